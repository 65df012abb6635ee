"""What GitLab does with text: the quick actions it runs, whom it notifies, what it links.

Only top-level paragraphs hold quick actions: not code, not quotes, lists, tables or HTML. A line is a
command if it begins, in its very first column, with a slash and a command's name.
"""

import re

COMMANDS = (
    "add_child add_contacts add_email assign award blocked_by blocks board_move cc checkin_reminder"
    " child_of clear_health_status clear_weight clone close confidential convert_to_ticket"
    " copy_metadata create_merge_request done due duplicate epic estimate estimate_time"
    " health_status invite_email iteration label labels link linked lock milestone move page"
    " promote promote_to promote_to_incident publish react reassign relabel relate remove_child"
    " remove_contacts remove_due_date remove_email remove_epic remove_estimate remove_iteration"
    " remove_label remove_milestone remove_parent remove_time_estimate remove_time_spent"
    " remove_zoom reopen set_parent severity spend spend_time spent status subscribe timeline title"
    " todo type unassign unlabel unlink unlock unrelate unsubscribe weight zoom"
).split()
SUBSTITUTIONS = {"shrug": "¯\\_(ツ)_/¯", "tableflip": "(╯°□°)╯︵ ┻━┻"}
LINE = re.compile(rf"/({'|'.join([*COMMANDS, *SUBSTITUTIONS])})(?: ([^\n]*))?\s*$", re.IGNORECASE)
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
RULE = re.compile(r" {0,3}([-*_])[ \t]*(\1[ \t]*){2,}$")
HEADING = re.compile(r" {0,3}#{1,6}( |$)")
TABLE = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
# Tags that begin a block of HTML wherever they stand; others only alone on a line.
TAGS = (
    "address|article|aside|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl"
    "|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li|link"
    "|main|menu|nav|ol|optgroup|option|p|param|pre|script|search|section|style|summary|table|tbody"
    "|td|textarea|tfoot|th|thead|title|tr|track|ul"
)
# What ends a paragraph, and what only cannot begin one.
CONTAINER = re.compile(rf" {{0,3}}(>|[-*+] |1[.)] |</?(?:{TAGS})[\s/>]|<[!?])", re.IGNORECASE)
BEGINNING = re.compile(r" {0,3}(\d+[.)] |[-*+]$|</?[a-z][^<>]*>\s*$)", re.IGNORECASE)
CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
TICKS = re.compile(r"`.+?`", re.DOTALL)  # as GitLab looks for code around commands
ADDRESS = re.compile(r"https?://[^\s)>\]]+")
MENTION = re.compile(r"(?<![\w/\\@.`-])@([A-Za-z0-9_][\w.-]*(?:/[\w.-]+)*)")
REFERENCE = re.compile(
    r"""(?<![\w\\&/`#!~%$^-])(?:[\w./-]*\w)?
    (?:\#\d+|!\d+|~"[^"\n]+"|~[\w:-]+|%"[^"\n]+"|%\d+|&\d+|\$\d+|\^alert\#\d+
    |\[(?:vulnerability|issue|epic|work_item):\d+\])(?![\w])""",
    re.VERBOSE,
)


def paragraphs(text):
    """The lines of each top-level paragraph, as ranges."""
    lines = text.split("\n")
    begin, index = None, 0
    found = []

    def end(here):
        nonlocal begin
        if begin is not None:
            found.append(range(begin, here))
        begin = None

    while index < len(lines):
        line = lines[index]
        fence = FENCE.match(line)
        if fence or line.strip() == ">>>":
            end(index)
            index = skipped(lines, index, fence)
        elif not line.strip():
            end(index)
        elif begin is None and re.match(r" {4}|\t", line):
            pass  # indented code
        elif RULE.match(line) or HEADING.match(line):
            end(index)
        elif contains(lines, index, begin is None):
            end(index)
            # What follows without an empty line belongs to the quote, item, table or HTML.
            while index + 1 < len(lines) and lines[index + 1].strip():
                if FENCE.match(lines[index + 1]):
                    break
                index += 1
        elif begin is None:
            begin = index
        index += 1
    end(len(lines))
    return found


def contains(lines, index, first):
    """Whether a line begins a quote, a list, a table or HTML; `first` if no paragraph is open."""
    line, following = lines[index], lines[index + 1] if index + 1 < len(lines) else ""
    if CONTAINER.match(line) or (first and BEGINNING.match(line)):
        return True
    return "|" in line and "|" in following and bool(TABLE.match(following))


def skipped(lines, index, fence):
    """The line on which a fence or quote ends that begins on a line; the last one if it never does."""
    for later in range(index + 1, len(lines)):
        line = lines[later]
        if fence is None:
            if line.strip() == ">>>":
                return later
        elif re.match(rf" {{0,3}}{re.escape(fence[1][0])}{{{len(fence[1])},}}\s*$", line):
            return later
    return len(lines)


def quick_actions(text):
    """The text without its commands, and the commands with their arguments."""
    text = text.replace("\r", "")
    lines = text.split("\n")
    commands, gone = [], set()
    for paragraph in paragraphs(text):
        joined = "\n".join(lines[index] for index in paragraph)
        spans = [found.span() for found in TICKS.finditer(joined)]
        place = 0
        for index in paragraph:
            inside = any(begin < place < end for begin, end in spans)
            place += len(lines[index]) + 1
            found = LINE.match(lines[index])
            if not found or inside:
                continue
            commands.append((found[1].lower(), (found[2] or "").strip()))
            if found[1].lower() in SUBSTITUTIONS:
                lines[index] = f"{found[2] or ''} {SUBSTITUTIONS[found[1].lower()]}".strip()
            else:
                gone.add(index)
    kept = [line for index, line in enumerate(lines) if index not in gone]
    return "\n".join(kept).rstrip() if commands else text, commands


def without_code(text):
    """The text with its code blocks and code spans taken out."""
    lines, kept, index = text.split("\n"), [], 0
    while index < len(lines):
        fence = FENCE.match(lines[index])
        if fence:
            index = skipped(lines, index, fence)
        else:
            kept.append(lines[index])
        index += 1
    blocks = "\n".join(kept)
    return CODE_SPAN.sub("", blocks)


def mentions(text):
    """Names that are notified, whether anybody has them or not."""
    return MENTION.findall(without_code(text))


def references(text):
    """What becomes a link to an issue, merge request, label, milestone and so on."""
    return REFERENCE.findall(ADDRESS.sub("", without_code(text)))


def labels_in(argument):
    """Labels as commands name them: ~one ~"two words" or three."""
    found = re.findall(r'~?"([^"]+)"|~([^\s,]+)|([^\s,~"]+)', argument)
    return [next(filter(None, groups)) for groups in found]
