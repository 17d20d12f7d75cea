"""What is fetched from the web: addresses checked, bytes capped, pages as documents."""
