"""kb mcp: the tools for AI assistants."""

from __future__ import annotations

from importlib.metadata import version

import click

from kb.commands.group import Verb
from kb.commands.options import opened, workspace
from kb.errors import KbError


class ExtraMissing(KbError):
    """A library is not installed that only an extra of the package brings."""


@click.command(cls=Verb)
@click.option("--private", is_flag=True, help="Trả lời cả theo sổ riêng của cơ quan; trợ lý có thể gửi điều ấy đi.")
@click.pass_context
def mcp(ctx: click.Context, private: bool) -> None:
    """Phục vụ trợ lý AI trên máy này qua giao thức MCP (đầu vào, đầu ra chuẩn): tra cứu, rà soát, viện dẫn; chỉ đọc.

    Sổ riêng của cơ quan chỉ được hỏi khi có --private.
    Cần cài thêm: pip install "mcp>=2.1,<3". Cách khai báo với từng trợ lý: docs/tro-ly-ai.md.
    """
    try:
        from indexer.assistant.server import server
    except ModuleNotFoundError as error:
        if error.name != "mcp":
            raise
        raise ExtraMissing('kb mcp cần thêm thư viện; chạy: pip install "mcp>=2.1,<3"') from None
    from indexer.assistant.tools import AssistantTools
    from indexer.commands.search import fresh_index
    from kb.commands.registers import library_texts, opened_registers, shared_registers

    place = workspace(ctx)
    # An assistant may hand on what it is told, so the office's own register answers only where that was asked for.
    registers, texts = (opened_registers if private else shared_registers)(place), library_texts()
    tools = AssistantTools(place.corpus, lambda: opened(place), lambda: fresh_index(place), registers, texts)
    server(tools, version("kb-van-ban")).run("stdio")
