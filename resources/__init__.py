"""Everything that is not code; installed as `salver.resources`, read through `salver.assets`."""
