"""Questions with tables, one of each kind, put to the examples."""

AT = ("--at", "2024-06-30")
SESSION = "comite-syndical/2024-03-21"
QUESTIONS: dict[str, tuple[str, ...]] = {
    "annex 1": ("annex", "1", *AT),
    "annex 2": ("annex", "2", *AT),
    "roster": ("roster", "nord", "--in", "2022"),
    "member": ("member", "hem", *AT),
    "contributions": ("contributions", "2024", "--at", "2024-12-31"),
    "check": ("check", *AT),
    "deadlines": ("deadlines", *AT),
    "diff": ("diff", "2024-01-01", "2024-06-30"),
    "history": ("history", "member", "chereng"),
    "why": ("why", "member", "chereng", *AT),
    "replay": ("replay", "--from", "2024-06-01", *AT),
    "log": ("log", "--act", "chereng/2024-1-1"),
    "ballot": ("ballot", "adhesion", "--applicant", "hem", "--if-adopted", *AT),
}
PAPERS = {
    paper: ("papers", paper, SESSION) for paper in ("notice", "attendance", "minutes")
}
IRREGULAR = ("check",)


def exit_code(question: tuple[str, ...]) -> int:
    """Tell the exit status that the examples give a question."""
    return 1 if question[0] in IRREGULAR else 0
