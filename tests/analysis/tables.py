"""A table of a result as dictionaries."""

from kg.analysis.result import Result


def table(result: Result, name: str) -> list[dict[str, object]]:
    """The rows of a table by column, with their evidence."""
    here = next(each for each in result.tables if each.name == name)
    names = [column.name for column in here.columns]
    return [
        dict(zip(names, each.cells, strict=True)) | {"evidence": each.evidence}
        for each in here.rows
    ]


def cells(result: Result, name: str, *columns: str) -> list[tuple[object, ...]]:
    """Some columns of a table, row by row."""
    return [tuple(row[column] for column in columns) for row in table(result, name)]
