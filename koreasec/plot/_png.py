"""PNGs with a palette: a third of the bytes, flat colours exactly as they were."""

from __future__ import annotations

import io
from typing import Any

EXACT, NEAR = 176, 80  # colours kept as they are; colours for all shades between


def smaller(picture: bytes, notes: dict[str, str | None], dpi: int) -> bytes:
    """Return a PNG of at most 256 colours, with `notes` in its metadata."""
    from PIL import Image, PngImagePlugin

    made, told = io.BytesIO(), PngImagePlugin.PngInfo()
    for key, text in notes.items():
        if text:
            told.add_itxt(key, text)
    few = _with_palette(Image.open(io.BytesIO(picture)).convert("RGB"))
    few.save(made, "png", optimize=True, pnginfo=told, dpi=(dpi, dpi))
    return made.getvalue()


def _with_palette(image: Any) -> Any:
    """Keep the colours of the largest areas; give each other shade its nearest."""
    import numpy as np
    from PIL import Image

    pixels = np.asarray(image, dtype=np.int64).reshape(-1, 3)
    packed = (pixels[:, 0] << 16) | (pixels[:, 1] << 8) | pixels[:, 2]
    codes, where, counts = np.unique(packed, return_inverse=True, return_counts=True)
    order = np.lexsort((codes, -counts))
    shades = np.stack([codes >> 16, (codes >> 8) & 255, codes & 255], axis=1)
    palette = shades[order[:EXACT]]
    if len(codes) > EXACT:
        rest = shades[order[EXACT:]].astype(np.uint8)[None]
        near: Any = Image.fromarray(rest).quantize(
            NEAR, method=Image.Quantize.MEDIANCUT
        )
        mixed = np.array(near.getpalette()).reshape(-1, 3)[: len(near.getcolors())]
        palette = np.concatenate([palette, mixed])
    apart = ((shades[:, None, :] - palette[None, :, :]) ** 2).sum(axis=2)
    places = apart.argmin(axis=1).astype(np.uint8)[where.reshape(-1)]
    made = Image.frombytes("P", image.size, places.tobytes())
    made.putpalette(palette.astype(np.uint8).tobytes())
    return made
