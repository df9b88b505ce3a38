"""Runs the `solve` program of this package and returns its JSON, or its arrays, as Python objects."""
import io
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import textwrap


def program():
    """SOLVE of the environment, the package's release build, or `solve` on the PATH."""
    built = pathlib.Path(__file__).resolve().parent.parent / ".build/release/solve"
    found = os.environ.get("SOLVE") or (str(built) if built.exists() else shutil.which("solve"))
    if not found:
        raise FileNotFoundError("no `solve`: type `make solve` in the package first")
    return found


def words(arguments, options):
    """solve("pair", dim=1, reduced_mass=1) -> pair --dim 1 --reduced-mass 1."""
    line = [str(a) for a in arguments]
    for name, value in options.items():
        flag = "--" + name.replace("_", "-")
        if value is True:
            line.append(flag)
        else:
            for item in value if isinstance(value, list) else [value]:
                line += [flag, repr(item) if isinstance(item, float) else str(item)]
    return line


def solve(*arguments, **options):
    """The answer of a subcommand as a dictionary, in Hartree atomic units.

    An answer that could not be completed (exit 70) is returned as well and says "complete": false;
    any other failure raises with the program's own line.
    """
    line = words(arguments, options) + ["--format", "json"]
    run = subprocess.run([program()] + line, capture_output=True, text=True)
    if run.returncode not in (0, 70):
        raise RuntimeError(run.stderr.strip().splitlines()[0] if run.stderr else f"exit {run.returncode}")
    return json.loads(run.stdout)


def arrays(*arguments, **options):
    """The wavefunctions and axes of a subcommand's .npz."""
    import numpy

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "result.npz")
        line = words(arguments, options) + ["--output", path]
        run = subprocess.run([program()] + line, capture_output=True, text=True)
        if run.returncode not in (0, 70):
            raise RuntimeError(run.stderr.strip().splitlines()[0] if run.stderr else f"exit {run.returncode}")
        with open(path, "rb") as file:
            loaded = numpy.load(io.BytesIO(file.read()))
            return {name: loaded[name] for name in loaded.files}


def table(rows, header):
    """Rows of numbers and words under a header, aligned."""
    text = [[c if isinstance(c, str) else f"{c:.10g}" for c in row] for row in [header] + list(rows)]
    widths = [max(len(row[i]) for row in text) for i in range(len(header))]
    for k, row in enumerate(text):
        print("  ".join(c.rjust(w) for c, w in zip(row, widths)).rstrip())
        if k == 0:
            print("  ".join("-" * w for w in widths))


def verdicts(seed):
    """The claims of a seed with the program's verdict on each."""
    claims = solve("reproduce", seed)["claims"]
    for c in claims:
        print(f"[{c['verdict']}] {c['equation']}: {c['claim']}")
        lines = [f"published {c['published']}; computed {c['computed']}", c.get("why") or ""]
        for line in filter(None, lines):
            # A printed line is as wide as a page.
            print(textwrap.fill(line, 110, initial_indent=4 * " ", subsequent_indent=8 * " ",
                                break_long_words=False, break_on_hyphens=False))
    return claims
