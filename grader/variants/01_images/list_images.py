"""Answers to list_images in other styles: right ones, and the known mistakes as somebody else would write them."""

import os
import re
from pathlib import Path


def right_with_scandir():
    """The older module `os`, a loop, and the names sorted before the paths are made."""

    def list_images(folder):
        names = []
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_file() and os.path.splitext(entry.name)[1] == ".png":
                    names.append(entry.name)
        names.sort()
        return [Path(folder) / name for name in names]


def right_with_glob():
    """The pattern does most of the work, after a look whether the folder is there."""

    def list_images(folder):
        folder = Path(folder)
        if not folder.exists():
            raise FileNotFoundError(f"no folder {folder}")
        return sorted(path for path in folder.glob("*.png") if not path.is_dir())


def right_with_walk():
    """The first round of `os.walk` gives the files of the folder itself."""

    def list_images(folder):
        for place, _, names in os.walk(str(folder)):
            return [Path(place, name) for name in sorted(names) if name.endswith(".png")]
        raise FileNotFoundError(str(folder))


def right_by_insertion():
    """Absolute paths, each put in its place as it is found."""

    def list_images(folder):
        found = []
        for path in Path(folder).resolve(strict=True).iterdir():
            if path.is_dir() or not path.match("*.png"):
                continue
            place = 0
            while place < len(found) and found[place].name < path.name:
                place += 1
            found.insert(place, path)
        return found


def right_bare_refusal():
    """A missing folder is noticed first, and no words are made about it."""

    def list_images(folder):
        if not os.path.isdir(folder):
            raise FileNotFoundError
        names = [name for name in os.listdir(folder) if name.rpartition(".")[1:] == (".", "png")]
        return list(filter(Path.is_file, map(Path(folder).joinpath, sorted(names))))


def unsorted():
    def list_images(folder):
        paths = []
        for name in os.listdir(folder):
            path = Path(folder, name)
            if path.is_file() and name.endswith(".png"):
                paths.append(path)
        return paths


def every_file():
    def list_images(folder):
        names = sorted(os.listdir(folder))
        paths = [Path(folder) / name for name in names]
        return list(filter(Path.is_file, paths))


def any_case():
    def list_images(folder):
        found = []
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            if entry.is_file() and re.search(r"\.png$", entry.name, re.IGNORECASE):
                found.append(Path(entry.path))
        return found


def dot_forgotten():
    def list_images(folder):
        names = [entry.name for entry in os.scandir(folder) if entry.is_file() and entry.name[-3:] == "png"]
        return [Path(folder).joinpath(name) for name in sorted(names)]


def png_anywhere():
    def list_images(folder):
        names = sorted(name for name in os.listdir(folder) if name.find(".png") >= 0)
        return [Path(folder) / name for name in names if os.path.isfile(os.path.join(folder, name))]


def folders_included():
    def list_images(folder):
        names = os.listdir(folder)
        names.sort()
        return [Path(folder, name) for name in names if name.endswith(".png")]


def recursive():
    def list_images(folder):
        if not os.path.isdir(folder):
            raise FileNotFoundError(f"{folder} is not there")
        found = []
        for place, _, names in os.walk(folder):
            found += [Path(place) / name for name in names if Path(name).suffix == ".png"]
        found.sort(key=lambda path: path.name)
        return found


def names_only():
    def list_images(folder):
        inside = os.listdir(folder)
        return sorted(name for name in inside if name.endswith(".png") and os.path.isfile(os.path.join(folder, name)))


def strings_not_paths():
    def list_images(folder):
        found = []
        for name in sorted(os.listdir(folder)):
            whole = os.path.join(str(folder), name)
            if os.path.isfile(whole) and whole.endswith(".png"):
                found.append(whole)
        return found


def not_a_list():
    def list_images(folder):
        paths = [Path(folder) / name for name in sorted(os.listdir(folder))]
        return tuple(path for path in paths if path.is_file() and path.suffix == ".png")


def counted_order():
    def list_images(folder):
        def key(path):
            parts = re.split(r"([0-9]+)", path.name)
            return [int(part) if part.isdigit() else part for part in parts]

        found = [path for path in Path(folder).iterdir() if path.is_file() and path.suffix == ".png"]
        found.sort(key=key)
        return found


def capitals_ignored():
    def list_images(folder):
        names = sorted(os.listdir(folder), key=str.casefold)
        paths = [Path(folder, name) for name in names]
        return [path for path in paths if path.is_file() and path.name.endswith(".png")]


def sorted_without_suffix():
    def list_images(folder):
        stems = []
        for path in Path(folder).iterdir():
            if path.is_file() and path.suffix == ".png":
                stems.append(path.name[: -len(".png")])
        return [Path(folder) / (stem + ".png") for stem in sorted(stems)]


def beginning_of_suffix():
    def list_images(folder):
        wanted = []
        for name in sorted(os.listdir(folder)):
            path = Path(folder, name)
            if path.is_file() and path.suffix[:4] == ".png":
                wanted.append(path)
        return wanted


def hidden_left_out():
    def list_images(folder):
        names = [name for name in os.listdir(folder) if not name.startswith(".") and name.endswith(".png")]
        return [Path(folder, name) for name in sorted(names) if not Path(folder, name).is_dir()]


def missing_folder_gives_nothing():
    def list_images(folder):
        if not os.path.exists(folder):
            return []
        names = [name for name in os.listdir(folder) if name.endswith(".png")]
        return [Path(folder) / name for name in sorted(names) if os.path.isfile(os.path.join(folder, name))]


def another_error():
    def list_images(folder):
        try:
            names = os.listdir(folder)
        except OSError as error:
            raise NotADirectoryError(f"{folder} cannot be listed") from error
        return [
            Path(folder, name)
            for name in sorted(names)
            if re.fullmatch(r".+\.png", name) and Path(folder, name).is_file()
        ]


def empty_folder_refused():
    def list_images(folder):
        inside = list(os.scandir(folder))
        paths = [Path(entry.path) for entry in inside if entry.is_file() and entry.name.endswith(".png")]
        if len(paths) == 0:
            raise FileNotFoundError(f"no images in {folder}")
        return sorted(paths, key=lambda path: path.name)


def only_path_objects():
    def list_images(folder):
        found = []
        for path in folder.iterdir():
            if path.suffix == ".png" and path.is_file():
                found.append(path)
        found.sort(key=lambda path: path.name)
        return found


def bare_paths():
    def list_images(folder):
        names = sorted(
            name for name in os.listdir(folder) if name.endswith(".png") and os.path.isfile(os.path.join(folder, name))
        )
        return list(map(Path, names))


def folder_listed_by_name():
    def list_images(folder):
        found = []
        for name in sorted(os.listdir(folder)):
            if os.path.isfile(name) and name.endswith(".png"):
                found.append(Path(name))
        return found


EQUIVALENT = {
    "list_images: return sorted(images, key=lambda path: path.name) => return sorted(images)": (
        "paths of one folder are compared by their names (but on Windows without regard to capitals)"
    ),
}
