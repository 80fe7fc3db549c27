"""Find everything wrong with a template before it is filled: all problems, each with its line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from jinja2 import TemplateNotFound, TemplateSyntaxError, nodes

from reframe.formats.sandbox import Sandbox

Shape = Any
"""What a value looks like: a mapping for a map, a one-item list for a list, ``str``, ``int``
or ``bool`` for these, and None for what is not known."""

# What leaves a list as it is, and what takes one item of it.
_SAME = frozenset(
    {"list", "sort", "select", "reject", "selectattr", "rejectattr", "unique", "reverse", "slice"}
)
_ONE = frozenset({"first", "last", "random", "min", "max"})
_MAP_METHODS = frozenset(dir(dict))
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    """One mistake of a template; ``line`` counts from 1, in ``part`` when that is another file."""

    line: int
    what: str
    do: str
    part: str = ""


def template_problems(
    text: str, shape: Mapping[str, Shape], environment: Sandbox
) -> list[TemplateProblem]:
    """Return what is wrong with a template that is given data of this shape."""
    checker = _Checker(environment, shape)
    checker.text(text, "")
    return sorted(set(checker.problems), key=lambda p: (p.part, p.line, p.what))


def names_used(text: str, environment: Sandbox) -> frozenset[str]:
    """Return the names of the data that a template, with what it includes, speaks of.

    Raises:
        jinja2.TemplateSyntaxError: when it cannot be read.
        jinja2.TemplateNotFound: when a part is missing.
    """
    tree = environment.parse(text)
    found = {name.name for name in tree.find_all(nodes.Name)}
    for part in _parts(tree):
        if environment.loader is not None:
            found |= names_used(environment.loader.get_source(environment, part)[0], environment)
    return frozenset(found)


def _parts(tree: nodes.Node) -> Iterator[str]:
    for node in tree.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
        wanted = node.template  # type: ignore[attr-defined]
        if isinstance(wanted, nodes.Const):
            yield str(wanted.value)


class _Checker:
    def __init__(self, environment: Sandbox, shape: Mapping[str, Shape]) -> None:
        self.environment = environment
        self.problems: list[TemplateProblem] = []
        self.known = {**dict.fromkeys(environment.globals), **shape}
        self._part = ""
        self._depth = 0

    def text(self, text: str, part: str, scope: dict[str, Shape] | None = None) -> None:
        """Check a template's text, or that of a part it includes."""
        try:
            tree = self.environment.parse(text)
        except TemplateSyntaxError as error:
            self._tell(error.lineno, str(error.message), "correct the tag", part)
            return
        before, self._part = self._part, part
        self._depth += 1
        self._body(tree.body, dict(self.known) if scope is None else scope)
        self._depth -= 1
        self._part = before

    def _tell(self, line: int, what: str, do: str, part: str | None = None) -> None:
        part = self._part if part is None else part
        self.problems.append(TemplateProblem(line, what, do, part))

    def _body(self, body: Sequence[nodes.Node], scope: dict[str, Shape]) -> None:
        # Macros and assignments are known from anywhere in their block.
        for node in body:
            if isinstance(node, nodes.Macro):
                scope[node.name] = None
        for node in body:
            self._statement(node, scope)

    def _statement(self, node: nodes.Node, scope: dict[str, Shape]) -> None:
        match node:
            case nodes.For():
                inner = {**scope, "loop": None}
                self._bind(node.target, self._item(self._shape(node.iter, scope)), inner)
                if node.test is not None:
                    self._shape(node.test, inner)
                self._body(node.body, inner)
                self._body(node.else_, dict(scope))
            case nodes.If():
                self._shape(node.test, scope)
                self._body([*node.body, *node.elif_, *node.else_], scope)
            case nodes.Assign():
                self._bind(node.target, self._shape(node.node, scope), scope)
            case nodes.AssignBlock():
                self._bind(node.target, str, scope)
                self._body(node.body, dict(scope))
            case nodes.Macro() | nodes.CallBlock():
                inner = {**scope, **dict.fromkeys(("caller", "varargs", "kwargs"))}
                inner |= {argument.name: None for argument in node.args}
                if isinstance(node, nodes.CallBlock):
                    self._shape(node.call, scope)
                for default in node.defaults:
                    self._shape(default, scope)
                self._body(node.body, inner)
            case nodes.With():
                inner = dict(scope)
                for target, value in zip(node.targets, node.values, strict=True):
                    self._bind(target, self._shape(value, scope), inner)
                self._body(node.body, inner)
            case nodes.Include():
                self._include(node, scope)
            case nodes.Import():
                scope[node.target] = None
            case nodes.FromImport():
                for name in node.names:
                    scope[name[1] if isinstance(name, tuple) else name] = None
            case _:
                body = getattr(node, "body", None)
                for child in node.iter_child_nodes():
                    if not (isinstance(body, list) and child in body):
                        self._shape(child, scope)
                if isinstance(body, list):
                    self._body(body, dict(scope))

    def _include(self, node: nodes.Include, scope: dict[str, Shape]) -> None:
        wanted = node.template
        if not isinstance(wanted, nodes.Const) or self.environment.loader is None:
            self._tell(
                node.lineno, "includes a part by a name that is worked out", "name it plainly"
            )
            return
        name = str(wanted.value)
        if self._depth > _DEEPEST:
            self._tell(node.lineno, f"includes '{name}' inside itself", "take the include out")
            return
        try:
            text = self.environment.loader.get_source(self.environment, name)[0]
        except (TemplateNotFound, UnicodeDecodeError):
            self._tell(node.lineno, f"the part '{name}' is not there", "put it beside the template")
            return
        self.text(text, name, scope)

    def _bind(self, target: nodes.Node, shape: Shape, scope: dict[str, Shape]) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = shape
        elif isinstance(target, nodes.Tuple):
            for item in target.items:
                self._bind(item, None, scope)

    @staticmethod
    def _item(shape: Shape) -> Shape:
        if isinstance(shape, list):
            return shape[0]
        return str if shape is str or isinstance(shape, Mapping) else None

    def _shape(self, node: nodes.Node, scope: dict[str, Shape]) -> Shape:
        """Return the shape of an expression, telling what is wrong inside it."""
        match node:
            case nodes.Name():
                return self._name(node, scope)
            case nodes.Getattr():
                return self._member(self._shape(node.node, scope), node.attr, node)
            case nodes.Getitem():
                shape = self._shape(node.node, scope)
                if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
                    return self._member(shape, node.arg.value, node)
                self._shape(node.arg, scope)
                return shape if isinstance(node.arg, nodes.Slice) else self._item(shape)
            case nodes.Filter():
                return self._filter(node, scope)
            case nodes.Test() if node.name not in self.environment.tests:
                self._unknown(node.lineno, "test", node.name, self.environment.tests)
            case nodes.Const():
                return type(node.value)
            case nodes.CondExpr():
                self._shape(node.test, scope)
                shapes = [self._shape(x, scope) for x in (node.expr1, node.expr2) if x is not None]
                return shapes[0] if shapes.count(shapes[0]) == len(shapes) else None
        for child in node.iter_child_nodes():
            self._shape(child, scope)
        return None

    def _name(self, node: nodes.Name, scope: dict[str, Shape]) -> Shape:
        if node.ctx == "load" and node.name not in scope:
            self._unknown(node.lineno, "name", node.name, scope)
            return None
        return scope.get(node.name)

    def _filter(self, node: nodes.Filter, scope: dict[str, Shape]) -> Shape:
        shape = self._shape(node.node, scope) if node.node is not None else None
        for child in (*node.args, *node.kwargs):
            self._shape(child, scope)
        if node.name not in self.environment.filters:
            self._unknown(node.lineno, "filter", node.name, self.environment.filters)
            return None
        if isinstance(shape, list):
            return shape if node.name in _SAME else shape[0] if node.name in _ONE else None
        return None

    def _member(self, shape: Shape, name: str, node: nodes.Node) -> Shape:
        if isinstance(shape, Mapping):
            if name in shape:
                return shape[name]
            if name not in _MAP_METHODS:
                self._unknown(node.lineno, "part", name, shape)
        elif isinstance(shape, list):
            self._tell(node.lineno, f"'{name}' is asked of a list", "loop over it with {% for %}")
        elif shape in (str, int, bool) and not hasattr(shape, name):
            self._tell(node.lineno, f"'{name}' is asked of a plain value", "print the value itself")
        return None

    def _unknown(self, line: int, what: str, name: str, known: Mapping[str, Any]) -> None:
        near = get_close_matches(name, [key for key in known if not key.startswith("_")], n=1)
        do = f"did you mean '{near[0]}'?" if near else "see docs/reference/data-model.md"
        self._tell(line, f"there is no {what} '{name}'", do)
