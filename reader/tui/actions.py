"""Every action once: its key, title and help feed the bindings, the key bar, the palette and the guide's test."""

from __future__ import annotations

from textual.binding import Binding

from reader.tui.action import ALONE, SHEETS, Action, Mode
from reader.tui.caret_keys_table import ARROWS, CARET, DIGITS, NOTE

_EVERYWHERE: Mode = "everywhere"
_READING: Mode = "reading"
_LIST: Mode = "list"
_FACTS: Mode = "facts"
_CARET: Mode = "caret"
_NOTE: Mode = "note"
_NOTED: Mode = "annotations"
_LABELS: Mode = "labels"
_HISTORY: Mode = "history"
_PAGE: Mode = "page"
_ON_SHEETS = {"guide.open", "palette.open", "history.undo", "history.redo", "theme.next", "mode.leave", "reader.quit"}

ACTIONS: tuple[Action, ...] = (
    Action("guide.open", ("?",), "help", "Open the guide, the keys of this pane first.", _EVERYWHERE, 90),
    Action("palette.open", ("ctrl+p", ":"), "palette", "Type the name of any action.", _EVERYWHERE, 0),
    Action("search.open", ("f",), "search", "Search all articles as you type; typos are forgiven.", _EVERYWHERE, 30),
    Action("title.jump", ("O",), "open title", "Jump to an article by a few letters of its title.", _EVERYWHERE),
    Action("facts.toggle", ("i",), "facts", "Show or hide the facts panel.", _EVERYWHERE, 40),
    Action("pane.next", ("tab",), "panes", "Go to the next pane: list, article, facts.", _EVERYWHERE, 50),
    Action("pane.previous", ("shift+tab",), "pane back", "Go to the pane before.", _EVERYWHERE),
    Action("timeline.open", ("L",), "timeline", "What the listed articles date, in time order.", _EVERYWHERE),
    Action("article.next", ("J",), "next", "Open the next article of the list.", _EVERYWHERE, 60, bar="J K"),
    Action("article.previous", ("K",), "previous", "Open the article before.", _EVERYWHERE),
    Action("unread.next", ("]",), "next unread", "Open the next unread article.", _EVERYWHERE),
    Action("unread.previous", ("[",), "previous unread", "Open the unread article before.", _EVERYWHERE),
    Action("contents.open", ("ctrl+t",), "contents", "Go to a heading of the article.", _EVERYWHERE),
    Action("recent.open", ("apostrophe",), "read lately", "Go back to an article read lately.", _EVERYWHERE),
    Action(
        "later.toggle",
        ("Q",),
        "later",
        "Put the article into the queue of what is to be read, or take it out.",
        _EVERYWHERE,
    ),
    Action(
        "later.next", ("full_stop",), "next of the queue", "Open what has waited longest in the queue.", _EVERYWHERE
    ),
    Action("add.open", ("ctrl+n",), "add", "Add a folder, a file, a feed, a page or the samples.", _EVERYWHERE),
    Action(
        "beside.toggle", ("B",), "beside", "Keep this article open beside the others, or close it there.", _EVERYWHERE
    ),
    Action("history.undo", ("u",), "undo", "Take back the last thing you did, across articles.", _EVERYWHERE),
    Action("history.redo", ("ctrl+r",), "redo", "Do again what was taken back.", _EVERYWHERE),
    Action(
        "annotations.open", ("I",), "annotations", "All notes and labels, of this article or the library.", _EVERYWHERE
    ),
    Action("labels.open", ("ctrl+l",), "labels", "Your labels: names, keys, colours.", _EVERYWHERE),
    Action("history.open", ("H",), "history", "What you did, and back to any point of it.", _EVERYWHERE),
    Action("export.open", ("W",), "export", "Write the article, the list or a search for other tools.", _EVERYWHERE),
    Action("theme.next", ("f2",), "theme", "Change to the next theme.", _EVERYWHERE),
    Action("settings.open", ("comma",), "settings", "Settings of looks, panels and highlights.", _EVERYWHERE),
    Action("pipe.open", ("vertical_line",), "pipe", "Give the article or the selection to a command.", _EVERYWHERE),
    Action("editor.open", ("ctrl+e",), "editor", "Open the article's file in $EDITOR.", _EVERYWHERE),
    Action("speech.toggle", ("f8",), "speech", "Read the selection, the current thing or the rest aloud.", _EVERYWHERE),
    Action("mouse.release", ("f6",), "mouse", "Leave the mouse to the terminal, or take it back.", _EVERYWHERE),
    Action("reader.suspend", ("ctrl+z",), "suspend", "To the background of the shell; fg comes back.", _EVERYWHERE),
    Action("screenshot.save", ("f3",), "screenshot", "Write the screen as an SVG picture.", _EVERYWHERE),
    Action("work.pause", ("f5",), "pause work", "Let work in the background rest, or go on.", _EVERYWHERE),
    Action("mode.leave", ("escape",), "leave", "Leave what is open: find, overlay, zen.", _EVERYWHERE),
    Action("reader.quit", ("q",), "quit", "Leave what is open, and at the root the reader.", _EVERYWHERE, 95),
    # Reading
    Action("scroll.line_down", ("j", "down"), "down", "One line down.", _READING),
    Action("scroll.line_up", ("k", "up"), "up", "One line up.", _READING),
    Action("scroll.page_down", ("space", "pagedown"), "page", "One page down.", _READING, 5),
    Action("scroll.page_up", ("b", "pageup"), "page back", "One page up.", _READING),
    Action("scroll.half_down", ("d",), "half page", "Half a page down.", _READING),
    Action("scroll.half_up", ("ctrl+u",), "half page up", "Half a page up.", _READING),
    Action("scroll.top", ("home",), "top", "To the top.", _READING),
    Action("prefix.go", ("g",), "go", "Pressed twice: to the top.", _READING),
    Action("scroll.bottom", ("G", "end"), "bottom", "To the end.", _READING),
    Action(
        "find.open",
        ("/",),
        "find",
        "Find in this article; case and accents do not matter.",
        _READING,
        20,
    ),
    Action("find.next", ("n",), "next hit", "To the next place found.", _READING),
    Action("find.previous", ("N",), "previous hit", "To the place found before.", _READING),
    Action("actor.next", ("e",), "actor", "To the next actor.", _READING, 10, bar="e E"),
    Action("actor.previous", ("E",), "previous actor", "To the actor before.", _READING),
    Action("date.next", ("t",), "date", "To the next date.", _READING, 15, bar="t T"),
    Action("date.previous", ("T",), "previous date", "To the date before.", _READING),
    Action(
        "suggestion.next",
        ("s",),
        "suggestion",
        "To the next suggestion that is not reviewed.",
        _READING,
        11,
        bar="s S",
    ),
    Action("suggestion.previous", ("S",), "suggestion before", "To the suggestion before.", _READING),
    Action(
        "suggestion.accept",
        ("a",),
        "accept",
        "The suggestion is right; on to the next.",
        _READING,
        12,
        bar="a x",
    ),
    Action("suggestion.reject", ("x",), "reject", "There is no such thing here; on to the next suggestion.", _READING),
    Action("suggestion.skip", ("minus",), "skip", "On to the next suggestion without a verdict.", _READING),
    Action(
        "suggestion.accept_all",
        ("A",),
        "accept all",
        "Accept the actor or the words everywhere; asks.",
        _READING,
    ),
    Action("suggestion.reject_all", ("X",), "reject all", "Reject the same words everywhere; asks.", _READING),
    Action("fact.correct", ("c",), "correct", "Put right its bounds, type, value or name.", _READING, 13),
    Action(
        "review.order",
        ("f7",),
        "review order",
        "Review by text, or the least certain first.",
        _READING,
    ),
    Action("fact.why", ("w",), "why", "Say why the current fact is what it is.", _READING),
    Action("actor.page", ("p",), "actor’s page", "The current actor over all articles.", _READING),
    Action(
        "event.elsewhere", ("M",), "told elsewhere", "Other articles that tell the same, and what differs.", _READING
    ),
    Action(
        "published.set",
        ("P",),
        "publication date",
        "Set the publication date; dates resolve again.",
        _READING,
    ),
    Action("story.open", ("C",), "also in", "Other feeds' articles that tell this in nearly the same words.", _READING),
    Action("page.fetch", ("U",), "fetch page", "Fetch the article's page, again when need be.", _READING),
    Action("changes.show", ("V",), "changes", "What changed from the version before to this one.", _READING),
    Action("zen.toggle", ("z",), "zen", "Nothing but the text.", _READING),
    Action("link.open", (";",), "links", "Open a link of the article by its number.", _READING),
    Action("browser.open", ("o",), "browser", "Open the article's own address in the browser.", _READING),
    Action("place.back", ("ctrl+o",), "back", "Back to where you were before the last jump.", _READING),
    Action("caret.begin", ("v",), "caret", "The caret: select by word, sentence, paragraph or fact.", _READING, 25),
    Action(
        "selection.extend",
        ARROWS,
        "select",
        "Select with Shift and the arrow keys.",
        _READING,
        does="selection_extend('{key}')",
    ),
    Action(
        "label.put",
        DIGITS,
        "label",
        "Put the label of this digit on the selection or the current thing, or take it off.",
        _READING,
        30,
        "1-9",
        "label_put('{key}')",
    ),
    Action("highlight.put", ("h",), "highlight", "Highlight the sentence or the selection, or take it off.", _READING),
    Action("annotation.next", (">",), "next note", "To the next note or label.", _READING, bar="> <"),
    Action("annotation.previous", ("<",), "previous note", "To the note or label before.", _READING),
    Action(
        "note.write", ("m",), "note", "Write a note on the selection or the current thing, or change it.", _READING, 35
    ),
    Action("note.article", ("@",), "article note", "Write a note on the whole article.", _READING),
    Action("tag.put", ("#",), "tag", "Tag this article; -name takes a tag off.", _READING),
    Action("annotation.remove", ("D",), "delete", "Delete the note or label here; u takes it back.", _READING),
    Action("unsaved.retry", ("ctrl+s",), "save again", "Try to save what could not be saved.", _READING),
    Action("copy.words", ("y",), "copy", "Copy the selection, or the current fact or sentence.", _READING),
    Action("copy.citation", ("Y",), "cite", "Copy it with title, source and date.", _READING),
    Action("highlight.cycle", ("f4",), "highlights", "Highlights quiet, loud or off.", _READING),
    Action("actor.rename", ("R",), "rename actor", "Call the current actor otherwise, here or everywhere.", _READING),
    Action("actor.merge", ("plus",), "merge actors", "Say that the current actor is the same as another.", _READING),
    Action(
        "actor.split", ("exclamation_mark",), "split actor", "Say that one of its names is somebody else’s.", _READING
    ),
    # Caret and note
    *(
        Action(f"caret.{name}", keys, title, said, _CARET, rank, bar, does)
        for name, keys, title, said, rank, bar, does in CARET
    ),
    *(Action(f"note.{name}", keys, title, said, _NOTE, rank) for name, keys, title, said, rank in NOTE),
    # Article list
    Action("row.down", ("j", "down"), "down", "One article down.", _LIST),
    Action("row.up", ("k", "up"), "up", "One article up.", _LIST),
    Action("row.open", ("enter",), "open", "Open the article.", _LIST, 5),
    Action(
        "list.filter",
        ("/",),
        "filter",
        "Show the articles whose title holds what you type; is:unread, tag:name ...",
        _LIST,
        20,
    ),
    Action("list.sort", ("=",), "sort", "Sort by file, date, title, source, unread or number of notes.", _LIST, 25),
    Action("row.read", ("r",), "read/unread", "Mark the article read or unread.", _LIST, 12),
    Action("row.star", ("*",), "star", "Star the article, or take the star away.", _LIST, 14),
    Action("row.mark", ("space",), "mark", "Mark the article; the next action is for all that are marked.", _LIST, 16),
    Action("row.tag", ("#",), "tag", "Tag the article or the marked ones; -name takes a tag off.", _LIST, 18),
    Action("row.remove", ("delete",), "remove", "Remove from the list, or restore what is:removed shows.", _LIST),
    Action("list.group", ("g",), "group", "Headings by source, by month, or none.", _LIST),
    Action(
        "list.refresh",
        ("R",),
        "refresh",
        "Fetch the feed or folder here, else all feeds; look for new files.",
        _LIST,
        22,
    ),
    Action("list.older", ("A",), "older read", "Mark this article and all below it read.", _LIST),
    Action("branch.open", ("l", "right"), "open branch", "Show the feeds in the folder.", _LIST),
    Action("branch.close", ("h", "left"), "close branch", "Hide the feeds in the folder.", _LIST),
    Action("feed.follow", ("a",), "follow", "Follow a feed or keep a page, by its address.", _LIST, 24),
    Action("feed.rename", ("c",), "rename feed", "Give the feed a name of your own.", _LIST),
    Action("feed.move", ("m",), "move feed", "Put the feed into a folder.", _LIST),
    Action("feed.pause", ("p",), "pause feed", "Fetch the feed no more for now, or again.", _LIST),
    Action("feed.full", ("t",), "full articles", "When the feed's pages are fetched: never, opened, always.", _LIST),
    # Facts panel
    Action("fact.down", ("j", "down"), "down", "One fact down.", _FACTS),
    Action("fact.up", ("k", "up"), "up", "One fact up.", _FACTS),
    Action("fact.go", ("enter",), "to the text", "Go to the fact in the text; again for its next mention.", _FACTS, 5),
    Action("facts.filter", ("/",), "filter", "Show the facts that hold what you type.", _FACTS, 20),
    Action("facts.sort", ("=",), "sort", "Sort as they count, by text, by time or by actor.", _FACTS, 25),
    Action("facts.unsure", ("0",), "less sure", "Show or hide what is less sure.", _FACTS),
    Action("fact.skip", ("s",), "not reviewed", "To the next row that is not reviewed.", _FACTS),
    Action("fact.before", ("S",), "not reviewed before", "To the row before that is not reviewed.", _FACTS),
    Action("fact.accept", ("a",), "accept", "All of this row is right; on to the next.", _FACTS, 6, bar="a x"),
    Action("fact.reject", ("x",), "reject", "Nothing of this row is so; on to the next.", _FACTS),
    Action("fact.accept_all", ("A",), "accept all", "Accept it everywhere; asks.", _FACTS),
    Action("fact.reject_all", ("X",), "reject all", "Reject the same words everywhere; asks.", _FACTS),
    Action("fact.put_right", ("c",), "correct", "Put right its bounds, type, value or name.", _FACTS, 7),
    Action(
        "fact.retry", ("ctrl+s",), "save again", "Try to save what could not be saved.", _FACTS, does="unsaved_retry"
    ),
    Action("fact.explain", ("w",), "why", "Say why this fact is what it is.", _FACTS, 12),
    Action("fact.page", ("p",), "page", "This actor over all articles.", _FACTS, 14),
    Action(
        "fact.elsewhere", ("M",), "told elsewhere", "Other articles that tell this event, and what differs.", _FACTS
    ),
    Action("fact.copy", ("y",), "copy", "Copy the words of this fact.", _FACTS),
    Action("fact.cite", ("Y",), "cite", "Copy them with title, source and date.", _FACTS),
    Action("fact.rename", ("R",), "rename actor", "Call this actor otherwise, here or everywhere.", _FACTS),
    Action("fact.merge", ("plus",), "merge actors", "Say that this actor is the same as another.", _FACTS),
    Action("fact.split", ("exclamation_mark",), "split actor", "Say that one of its names is somebody else’s.", _FACTS),
    Action(
        "fact.published",
        ("P",),
        "publication date",
        "Set the publication date; dates resolve again.",
        _FACTS,
        does="published_set",
    ),
    Action("kind.actors", ("1",), "actors", "Show or hide actors.", _FACTS, 30, bar="1-5"),
    Action("kind.dates", ("2",), "dates", "Show or hide dates.", _FACTS),
    Action("kind.quotes", ("3",), "quotes", "Show or hide quotes.", _FACTS),
    Action("kind.events", ("4",), "events", "Show or hide events.", _FACTS),
    Action("kind.figures", ("5",), "figures", "Show or hide figures.", _FACTS),
    # Pages over the library
    Action("page.down", ("j", "down"), "down", "One row down.", _PAGE),
    Action("page.up", ("k", "up"), "up", "One row up.", _PAGE),
    Action("page.next", ("space", "pagedown"), "screen", "A screen of rows down.", _PAGE),
    Action("page.previous", ("b", "pageup"), "screen back", "A screen of rows up.", _PAGE),
    Action("page.top", ("g", "home"), "top", "To the first row.", _PAGE),
    Action("page.bottom", ("G", "end"), "bottom", "To the last row.", _PAGE),
    Action("page.open", ("enter",), "go there", "Open the article at this place, or the actor’s page.", _PAGE, 5),
    Action(
        "page.section_next", ("right_square_bracket",), "section", "To the next section or month.", _PAGE, 10, bar="] ["
    ),
    Action("page.section_previous", ("left_square_bracket",), "section back", "To the section before.", _PAGE),
    Action("page.filter", ("/",), "filter", "Only rows that hold what you type.", _PAGE, 15),
    Action("page.choose", ("equals_sign",), "show less", "Only events, or only what differs; again: all.", _PAGE, 20),
    Action("page.go", ("at",), "go to a day", "Go to a day, month or year of the timeline.", _PAGE, 25),
    Action("page.timeline", ("t",), "timeline", "The timeline of the articles of this page.", _PAGE, 30),
    Action(
        "page.search", ("f",), "search", "Search for what the page is about; choose a timeline’s articles.", _PAGE, 35
    ),
    Action("page.copy", ("y",), "copy", "Copy the row.", _PAGE),
    Action("page.cite", ("Y",), "cite", "Copy the row with its article.", _PAGE),
    Action("palette.here", ("colon", "ctrl+p"), "palette", "Type the name of any action of the page.", _PAGE),
    Action("page.help", ("question_mark",), "help", "Open the guide.", _PAGE, 90),
    Action("page.leave", ("escape", "q"), "leave", "Show all rows again, else leave the page.", _PAGE, 95),
    # All annotations
    Action("noted.down", ("j", "down"), "down", "One annotation down.", _NOTED, does="row_down"),
    Action("noted.up", ("k", "up"), "up", "One annotation up.", _NOTED, does="row_up"),
    Action("noted.go", ("enter",), "to the text", "Go to the place in the article.", _NOTED, 5, does="row_open"),
    Action(
        "annotations.scope", ("s",), "of what", "Of the article, of the library, of what a search finds.", _NOTED, 10
    ),
    Action(
        "annotations.filter",
        ("/",),
        "filter",
        "Show those that hold what you type; is:orphan, label:claim.",
        _NOTED,
        20,
    ),
    Action("annotations.sort", ("=",), "sort", "Sort by place, by change, by making, by label.", _NOTED, 25),
    Action("noted.edit", ("m",), "note", "Write its note, in the article.", _NOTED, 12),
    Action("noted.tag", ("#",), "tag", "Tag it; -name takes a tag off.", _NOTED, 18),
    Action("noted.remove", ("D",), "delete", "Delete it, or restore a deleted one.", _NOTED, 14),
    Action("annotations.deleted", ("x",), "deleted", "Show the deleted ones, or those that stand.", _NOTED, 30),
    Action("noted.place", ("p",), "place", "Choose the words for one that lost its place.", _NOTED, 28),
    Action("noted.copy", ("y",), "copy", "Copy its words and its note.", _NOTED),
    Action(
        "noted.relabel",
        DIGITS,
        "label",
        "Give it the label of a digit.",
        _NOTED,
        16,
        "1-9",
        "noted_relabel('{key}')",
    ),
    # Labels
    Action("labels.down", ("j", "down"), "down", "One label down.", _LABELS, does="row_down"),
    Action("labels.up", ("k", "up"), "up", "One label up.", _LABELS, does="row_up"),
    Action("labels.new", ("n",), "new", "Make a label.", _LABELS, 5),
    Action(
        "labels.rename", ("r", "enter"), "rename", "Another name, on all annotations; a known one unites.", _LABELS, 8
    ),
    Action("labels.describe", ("d",), "describe", "Say what it is for.", _LABELS, 10),
    Action("labels.colour", ("c",), "colour", "The next of eight hues.", _LABELS, 12),
    Action("labels.own_colour", ("C",), "any colour", "Type a colour: #rrggbb.", _LABELS),
    Action("labels.forget", ("D",), "forget", "Take it out of the set; annotations keep its name.", _LABELS, 14),
    Action(
        "labels.key",
        (*DIGITS, "0"),
        "key",
        "Give it the digit as its key; 0 takes the key away.",
        _LABELS,
        6,
        "0-9",
        "labels_key('{key}')",
    ),
    # History
    Action("history.down", ("j", "down"), "down", "One action down.", _HISTORY, does="row_down"),
    Action("history.up", ("k", "up"), "up", "One action up.", _HISTORY, does="row_up"),
    Action("history.go", ("enter",), "back to here", "Take back, or do again, all up to this one; asks.", _HISTORY, 5),
)


def actions(mode: Mode) -> tuple[Action, ...]:
    """The actions of one mode, as declared."""
    return tuple(action for action in ACTIONS if action.mode == mode)


def offered(mode: Mode) -> tuple[Action, ...]:
    """The actions that can be done in a mode: its own, and those of everywhere whose keys it does not use."""
    own = actions(mode)
    if mode in ("everywhere", "note", *ALONE):  # letters are text in a note
        return own
    taken = {key for action in own for key in action.keys}
    everywhere = [one for one in actions("everywhere") if mode not in SHEETS or one.id in _ON_SHEETS]
    return own + tuple(action for action in everywhere if taken.isdisjoint(action.keys))


def bindings(mode: Mode) -> list[Binding]:
    """Textual's bindings of a pane: what is offered in its mode, by action id, so that a keymap can change them.

    They have priority: a key is then answered when it arrives, before the next one is sent anywhere. Otherwise the
    first letters typed fast after ``/`` or ``f`` would still go to the pane that had the focus.
    """
    return [
        Binding(
            ",".join(keys),
            f"screen.{action.call(keys[0])}" if action.on_screen else action.call(keys[0]),
            action.title,
            show=False,
            priority=True,
            id=f"{action.id}.{keys[0]}" if action.is_by_key else action.id,
        )
        for action in offered(mode)
        for keys in ([(key,) for key in action.keys] if action.is_by_key else [action.keys])
    ]
