"""Write a paper in the format asked for; a format's library is met only where used."""

from papers.document import Paper


def written(paper: Paper, format_: str) -> str | bytes:
    """Write a paper: text as Markdown, else the bytes of a file."""
    match format_:
        case "pdf":
            from papers.pdf import pdf  # noqa: PLC0415 -- heavy

            return pdf(paper)
        case "xlsx":
            from papers.workbook import workbook  # noqa: PLC0415 -- heavy

            return workbook(paper)
        case _:
            from papers.markdown import markdown  # noqa: PLC0415 -- one format of many

            return markdown(paper)
