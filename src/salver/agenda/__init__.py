"""When to write: send windows, note budget, what is due. Pure; the clock is always passed in."""
