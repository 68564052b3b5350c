"""Pictures of people that come with their cards: checked, made small, and freed of what a camera wrote into them."""

from __future__ import annotations

import io

SIDE_MAX = 512
PIXELS_MAX = 40_000_000
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF")


def cleaned(data: bytes) -> bytes:
    """The picture as a small JPEG without metadata; empty when it is no picture we take.

    Re-encoding drops places and times that phones write into pictures, and whatever else a file may hide.
    """
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            if picture.width * picture.height > PIXELS_MAX:
                return b""
            picture.draft("RGB", (SIDE_MAX, SIDE_MAX))
            upright = ImageOps.exif_transpose(picture)
            flat = Image.new("RGB", upright.size, "white")
            shown = upright.convert("RGBA")
            flat.paste(shown, mask=shown.getchannel("A"))
            flat.thumbnail((SIDE_MAX, SIDE_MAX))
            out = io.BytesIO()
            flat.save(out, "JPEG", quality=85)
            return out.getvalue()
    except (
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        MemoryError,
        OverflowError,
        TypeError,
        Image.DecompressionBombError,
    ):
        # Pillow's readers raise all of these for broken files.
        return b""
