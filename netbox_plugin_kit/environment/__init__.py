"""An installed NetBox and what it needs to run: interpreters, virtual environments, PostgreSQL, Valkey."""
