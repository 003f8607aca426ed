"""kb completion: the script that completes kb's commands, options, numbers and names in a shell."""

from __future__ import annotations

import click

from kb.commands.group import Verb
from kb.output import say

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_KB_COMPLETE"
"""By which the script asks kb what may follow; click's name for it."""


@click.command(cls=Verb)
@click.argument("shell", metavar="bash|zsh|fish", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """In đoạn lệnh để phím Tab gợi ý lệnh, tùy chọn, số hiệu và tên văn bản của kb.

    bash: thêm eval "$(kb completion bash)" vào ~/.bashrc; zsh: thêm eval "$(kb completion zsh)" vào ~/.zshrc;
    fish: kb completion fish > ~/.config/fish/completions/kb.fish. Mở cửa sổ dòng lệnh mới là dùng được.
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    assert found is not None
    say(found(ctx.find_root().command, {}, "kb", VARIABLE).source())
