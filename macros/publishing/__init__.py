"""Puts a finished site where readers fetch it, whole or not at all, and takes it back."""
