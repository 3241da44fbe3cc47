"""How the docs are built."""

from __future__ import annotations

from importlib import metadata

project = "quoteattr"
author = "The quoteattr maintainers"
release = metadata.version("quoteattr")

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "quoteattr"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

default_role = "code"  # a name between single backticks in a docstring is code
nitpicky = True
python_use_unqualified_type_names = True
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "undoc-members": True, "exclude-members": "__init__, __new__"}
# Abstract names from the standard library, which has no inventory at hand: the build is offline.
nitpick_ignore_regex = [("py:.*", r"(collections\.abc|datetime|enum|typing|re|importlib|pathlib)\..*")]
