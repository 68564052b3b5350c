"""The controls of Salver: buttons, chips, fields, segments, labels, and the drawing of card stock and bars."""
