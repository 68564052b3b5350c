"""Values and pure functions about people, meetings and notes. Standard library only."""
