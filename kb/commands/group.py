"""The group of all commands: a verb is imported when it is called, a refusal is one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click
from click.exceptions import Exit, NoArgsIsHelpError

from kb.commands.language import users_language, vietnamese
from kb.errors import KbError
from kb.output import say

OPTIONS = "[TÙY CHỌN]"
HELP = "; xem: "
"""What stands between a refusal and the command that helps on; a refusal may name one itself."""


class Verb(click.Command):
    """A command of kb: its usage line is Vietnamese, and what it starts speaks the user's language."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"options_metavar": OPTIONS} | options)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """As click's, which keeps the option with the words of the moment at which it is first asked for."""
        with vietnamese():
            return super().get_help_option(ctx)

    def invoke(self, ctx: click.Context) -> Any:
        with users_language():
            return super().invoke(ctx)


class LazyGroup(click.Group):
    """A group whose verbs are imported when they are called.

    It prints a refusal in one line and exits with 2, or 1 where nothing was found; a bug stays a traceback. `verbs`
    gives the package of each verb.
    """

    command_class = Verb

    def __init__(self, *args: Any, verbs: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self._verbs = verbs

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *self._verbs])

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name in self._verbs:
            verb = name + "_" * iskeyword(name)
            command: click.Command = getattr(import_module(f"{self._verbs[name]}.{verb}"), verb)
            return command
        return super().get_command(ctx, name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click's, but a mistyped verb is compared with every verb, imported or not."""
        verbs = self.list_commands(ctx)
        if args[0] not in verbs and args[0][:1].isalnum() and not ctx.resilient_parsing:
            near = next((f" (có phải {verb!r}?)" for verb in get_close_matches(args[0], verbs, 1)), "")
            raise click.UsageError(f"không có lệnh {args[0]!r}{near}", ctx)
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **options: Any) -> Any:
        """As click's, in Vietnamese."""
        with vietnamese():
            return super().main(*args, **options)

    def make_context(self, info_name: str | None, args: list[str], *rest: Any, **extra: Any) -> click.Context:
        with one_line():
            return super().make_context(info_name, args, *rest, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        with one_line():
            return super().invoke(ctx)


@contextmanager
def one_line() -> Iterator[None]:
    """A refusal, of kb or of the system, or a wrong use is one line, and exit code 2; 1 where nothing was found."""
    try:
        yield
    except KbError as error:
        _refuse(f"{error}{_way_out(error)}")
        raise Exit(error.exit_code) from None
    except OSError as error:
        from kb.files import refusal

        _refuse(f"{refusal(error)}{_way_out(error)}")
        raise Exit(2) from None
    except NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "kb"
        said = re.sub(r"\s*\n\s*", " ", error.format_message()).rstrip(".")  # click lists choices on lines of their own
        _refuse(f"{said}{'' if HELP in said else f'{HELP}{where} --help'}")
        raise Exit(2) from None


def _refuse(said: str) -> None:
    """Print a refusal on one line, whatever the name of a file or a value that was typed holds."""
    say(f"kb: {said}".replace("\n", r"\u000a"), err=True)


def _way_out(error: Exception) -> str:
    from kb.commands.own_folders import way_out

    return way_out(error)
