"""The image files of a folder, in a fixed order."""

from pathlib import Path


def list_images(folder: str | Path) -> list[Path]:
    """The files directly in `folder` whose suffix is exactly `.png`, sorted by name."""
    # iterdir looks one level deep, in no order, and raises FileNotFoundError for a missing folder.
    images = [path for path in Path(folder).iterdir() if path.suffix == ".png" and path.is_file()]
    return sorted(images, key=lambda path: path.name)
