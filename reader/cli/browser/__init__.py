"""The reader in a browser: one process a tab, for whoever has the key in the address, from this machine only."""
