"""Regulations (制度): their parts and articles, versions, status and citations."""
