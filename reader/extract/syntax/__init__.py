"""A shallow grammar of news English: word classes, noun groups and verb groups, without a trained model."""
