"""Files of any size on any file system: written without loss, larger than memory, in columns, by URL."""
