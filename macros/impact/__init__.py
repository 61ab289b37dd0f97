"""The impact report: what a change does to what readers see."""
