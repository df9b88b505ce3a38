#!/usr/bin/env python3
"""Makes the notebooks of this folder from source/*.py, or checks one against its stored outputs.

    python3 build.py                 execute every source with Jupyter; write .ipynb and .html
    python3 build.py tour essen      these only
    python3 build.py --check tour    execute again, without Jupyter, and compare every number printed

A source is Python with cells that begin with `# %%`, or `# %% [markdown]`. The check needs the standard
library alone; a cell that imports matplotlib or numpy is passed over where they are not installed.
"""
import ast
import contextlib
import io
import json
import math
import os
import pathlib
import re
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
# Rounding differs between processors: energies hold to 1e-9, residuals are not printed.
RELATIVE, ABSOLUTE = 1e-8, 1e-12


def cells(name):
    """The cells of a source: ("markdown" | "code", text)."""
    found = []
    for line in (FOLDER / "source" / f"{name}.py").read_text().splitlines():
        if line.startswith("# %%"):
            found.append(["markdown" if "[markdown]" in line else "code", []])
        elif found:
            found[-1][1].append(line)
    result = []
    for kind, lines in found:
        if kind == "markdown":
            lines = [re.sub(r"^# ?", "", line) for line in lines]
        result.append((kind, "\n".join(lines).strip()))
    return result


def build(name):
    """Executes with Jupyter and writes name.ipynb and name.html."""
    import nbformat
    from nbconvert import HTMLExporter
    from nbconvert.preprocessors import ExecutePreprocessor
    from pygments.formatters import HtmlFormatter

    # The kernel's debugger warns of frozen modules on stderr.
    os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
    notebook = nbformat.v4.new_notebook()
    notebook.metadata["kernelspec"] = {
        "display_name": "Python 3", "language": "python", "name": "python3"}
    for index, (kind, text) in enumerate(cells(name)):
        cell = (nbformat.v4.new_markdown_cell if kind == "markdown" else nbformat.v4.new_code_cell)(text)
        cell["id"] = f"{name}-{index}"
        notebook.cells.append(cell)
    ExecutePreprocessor(timeout=900, kernel_name="python3").preprocess(
        notebook, {"metadata": {"path": str(FOLDER)}})
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    notebook.metadata.pop("language_info", None)
    nbformat.write(notebook, FOLDER / f"{name}.ipynb")

    # The bare template: no script or font from anywhere else.
    exporter = HTMLExporter(template_name="basic")
    exporter.exclude_input_prompt = exporter.exclude_output_prompt = True
    body, _ = exporter.from_notebook_node(notebook)
    title = next(text.splitlines()[0].lstrip("# ") for kind, text in cells(name) if kind == "markdown")
    style = HtmlFormatter(style="default").get_style_defs(".highlight")
    page = (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>\n<style>\n'
        "body { max-width: 62em; margin: 2em auto; padding: 0 1em; font-family: sans-serif; line-height: 1.5 }\n"
        "pre { padding: .6em; overflow-x: auto; line-height: 1.3 }\n"
        ".highlight { background: #f6f6f6 } img { max-width: 100% } .anchor-link { display: none }\n"
        "table { border-collapse: collapse } td, th { padding: .2em .8em; border-bottom: 1px solid #ccc }\n"
        f"{style}\n</style></head><body>\n{body}\n</body></html>\n")
    (FOLDER / f"{name}.html").write_text(page)
    print(f"{name}: {len(notebook.cells)} cells")


def missing(text):
    """A library that a cell wants and this Python lacks."""
    import importlib.util

    for word, library in (("plt", "matplotlib"), ("numpy", "numpy"), (r"arrays\(", "numpy")):
        if re.search(rf"\b{word}", text) and not importlib.util.find_spec(library):
            return library
    return None


def run(text, names):
    """Executes a cell as Jupyter does: what it prints, and the value of a last expression."""
    tree = ast.parse(text)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(tree, "cell", "exec"), names)
        if last is not None:
            eval(compile(ast.Expression(last.value), "cell", "eval"), names)
    return out.getvalue()


NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def drift(stored, found):
    """What differs between two texts: words exactly, numbers beyond the tolerance."""
    faults = []
    old, new = stored.splitlines(), found.splitlines()
    if len(old) != len(new):
        return [f"{len(old)} lines became {len(new)}"]
    for a, b in zip(old, new):
        numbers = NUMBER.findall(a), NUMBER.findall(b)
        rest = [re.sub(r"[\s-]+", " ", NUMBER.sub("#", line)).strip() for line in (a, b)]
        close = len(numbers[0]) == len(numbers[1]) and all(
            math.isclose(float(x), float(y), rel_tol=RELATIVE, abs_tol=ABSOLUTE)
            for x, y in zip(*numbers))
        if not close or rest[0] != rest[1]:
            faults.append(f"- {a}\n+ {b}")
    return faults


def check(name):
    """Whether every number of name.ipynb comes out again."""
    notebook = json.loads((FOLDER / f"{name}.ipynb").read_text())
    sources = cells(name)
    stored = [(c["cell_type"], "".join(c["source"])) for c in notebook["cells"]]
    if stored != sources:
        return [f"{name}.ipynb is not of source/{name}.py: type `make notebooks`"]
    os.chdir(FOLDER)
    sys.path.insert(0, str(FOLDER))
    os.environ["MPLBACKEND"] = "agg"
    names, faults, passed = {"__name__": "__main__"}, [], 0
    for (kind, text), cell in zip(sources, notebook["cells"]):
        if kind != "code":
            continue
        library = missing(text)
        if library:
            print(f"{name}: a cell passed over, there is no {library}")
            continue
        found = run(text, names)
        old = "".join("".join(o["text"]) for o in cell["outputs"] if o.get("name") == "stdout")
        faults += drift(old, found)
        passed += len(NUMBER.findall(old))
    print(f"{name}: {passed} numbers, {len(faults)} drifted")
    return faults


def main(arguments):
    names = [a for a in arguments if not a.startswith("-")]
    if "--check" in arguments:
        faults = [fault for name in names for fault in check(name)]
        if faults:
            print("\n".join(faults))
        return 1 if faults else 0
    for name in names or sorted(p.stem for p in (FOLDER / "source").glob("*.py")):
        build(name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
