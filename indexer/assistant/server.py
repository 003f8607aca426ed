"""The tools over the Model Context Protocol (modelcontextprotocol.io): the only module that knows its library."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Annotated, Any, ParamSpec, TypeAlias

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.tools import Tool
from mcp.types import ToolAnnotations
from pydantic import Field, ValidationError
from pydantic_core import ErrorDetails

from indexer.assistant.envelope import Answer
from indexer.assistant.tools import AssistantTools
from kb.errors import KbError

P = ParamSpec("P")
INSTRUCTIONS = """\
Kho tra cứu văn bản pháp lý của Đảng, Nhà nước và đoàn thể Việt Nam, chạy trên máy này, chỉ đọc.
Chỉ viết ra số hiệu, ngày, cơ quan, trích yếu, tình trạng hiệu lực đúng như công cụ trả lời, kèm nguồn (sources) và
ngày (day). Trước khi đưa một viện dẫn cho người dùng, hãy cho đoạn văn qua công cụ review. Khi held là none: nói rõ
“không có trong kho”; như thế KHÔNG có nghĩa là văn bản không tồn tại. Kho không bao giờ khẳng định một văn bản không
tồn tại.
"""
_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
_RECORD = Field(description="Số hiệu, viện dẫn viết kiểu nào cũng được, tên văn bản, hoặc mã của bản ghi.")
_DAY = Field(description="Xét vào ngày này, YYYY-MM-DD; bỏ trống là hôm nay.")
_WANTED = {
    "missing": "còn thiếu",
    "string_type": "phải là chuỗi chữ",
    "int_type": "phải là số nguyên",
    "int_parsing": "phải là số nguyên",
    "int_from_float": "phải là số nguyên",
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than_equal": "không được quá {le}",
}
"""Types of pydantic's errors -> what the parameter should have been."""
Number: TypeAlias = Annotated[str, _RECORD]
Day: TypeAlias = Annotated[str, _DAY]


def server(tools: AssistantTools, version: str) -> MCPServer:
    """The server of these tools; its `run` speaks on standard input and output until the assistant leaves."""
    asked = [StrictTool.from_function(_refusing(tool), annotations=_READS) for tool in _tools(tools)]
    for tool in asked:
        tool.parameters["additionalProperties"] = False
    title = "Kho tra cứu văn bản"
    return MCPServer("kb", title, instructions=INSTRUCTIONS, version=version, tools=asked, log_level="ERROR")


class StrictTool(Tool):
    """A tool that refuses a parameter it does not have: dropped, a mistyped day would give the answer of today.

    An optional parameter that is null is one that was not given; some assistants send every parameter.
    """

    async def run(self, arguments: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """As the library's. Raises ToolError."""
        known, required = self.parameters["properties"], self.parameters.get("required", ())
        if unknown := ", ".join(f"“{name[:40]}”" for name in arguments if name not in known):
            raise ToolError(f"công cụ {self.name} không có tham số {unknown}; có: {', '.join(known)}")
        given = {name: value for name, value in arguments.items() if value is not None or name in required}
        try:
            return await super().run(given, *args, **kwargs)
        except ToolError as error:  # the library writes English in front, and a page of it for a wrong parameter
            raise ToolError(_in_vietnamese(self.name, error.__cause__) or str(error)) from None


def _in_vietnamese(tool: str, cause: BaseException | None) -> str:
    """What was refused, in one line; empty for what is no refusal of ours."""
    if isinstance(cause, ValidationError):
        wrong = (f"{fault['loc'][0]} {_wanted(fault)}" for fault in cause.errors())
        return f"công cụ {tool}, tham số: {'; '.join(wrong)}"
    return str(cause) if isinstance(cause, ToolError) else ""


def _wanted(fault: ErrorDetails) -> str:
    """What a parameter should have been, of a fault as pydantic tells it."""
    words = _WANTED.get(fault["type"], "không nhận giá trị này")
    return words.format(**fault.get("ctx", {}))


def _tools(tools: AssistantTools) -> tuple[Callable[..., Answer], ...]:
    """The functions whose names, parameters and docstrings the assistant sees."""

    def search(
        query: str, limit: Annotated[int, Field(ge=1, le=50)] = 10, page: Annotated[int, Field(ge=1)] = 1
    ) -> Answer:
        """Tìm trong kho: số hiệu, tên văn bản, việc cần tìm; gõ không dấu cũng được. Như kb search --json."""
        return tools.search(query, limit, page)

    def show(record: Number, day: Day = "") -> Answer:
        """Mọi dữ kiện của một văn bản, kèm nguồn của từng dữ kiện, quan hệ hai chiều. Như kb show --json."""
        return tools.show(record, day_of(day))

    def review(text: Annotated[str, Field(description="Đoạn văn có viện dẫn.")], day: Day = "") -> Answer:
        """Rà soát từng viện dẫn của một đoạn văn: đúng, sai, hết hiệu lực, không có trong kho. Như kb review --json."""
        return tools.review(text, day_of(day))

    def cite(record: Number) -> Answer:
        """Cách viện dẫn đúng thể thức của một văn bản, đầy đủ và ngắn. Như kb cite --json."""
        return tools.cite(record)

    def status(record: Number, day: Day = "") -> Answer:
        """Tình trạng hiệu lực của một văn bản vào một ngày, lý do và sự kiện quyết định."""
        return tools.status(record, day_of(day))

    def basis(plan: Annotated[str, Field(description="KẾ-HOẠCH hoặc KẾ-HOẠCH#MỤC.")] = "", day: Day = "") -> Answer:
        """Khối căn cứ của một kế hoạch hay một mục, và căn cứ nào không còn dùng làm căn cứ. Như kb basis --json."""
        return tools.basis(plan, day_of(day))

    return search, show, review, cite, status, basis


def day_of(text: str) -> date:
    """The day typed, or today. Raises ToolError where it is none."""
    try:
        return datetime.strptime(text.strip(), "%Y-%m-%d").date() if text.strip() else date.today()
    except ValueError:
        raise ToolError(f"“{text[:20]}” không phải ngày dạng YYYY-MM-DD") from None


def _refusing(tool: Callable[P, Answer]) -> Callable[P, Answer]:
    """The tool, whose refusals are an error that the assistant is told, in one line."""

    @wraps(tool)
    def told(*args: P.args, **kwargs: P.kwargs) -> Answer:
        try:
            return tool(*args, **kwargs)
        except KbError as error:
            raise ToolError(str(error)) from None

    return told
