"""``python -m vnadmindocs`` is the command ``vnadmindocs``."""

from vnadmindocs.cli.main import main

if __name__ == "__main__":
    main()
