### Every text of the duty desk. The keys are those of zh-CN/zhiban.ftl, one for one.

## People and units

actor-post = Post { $post }
actor-system = system
actor-with-person = { $actor } { $person }

## Kinds, tags, stages

kind-ordinary = Ord
kind-urgent = Urg
kind-waste-sorting = WS
kind-inspection = Insp
kind-call-up = CU
kind-full-ordinary = ordinary
kind-full-urgent = urgent
kind-full-waste-sorting = waste sorting
kind-full-inspection = inspection
kind-full-call-up = call-up
tag-discipline = discipline
tag-repeat = repeat
tag-difficult = difficult
tag-sensitive = sensitive
tag-rebound = rebound
tag-unclear-duty = unclear duty
tag-at-risk = at risk
tag-undecided = undecided
stage-awaiting-sign = to sign
stage-awaiting-dispatch = to dispatch
stage-with-unit = with unit
stage-awaiting-review = to review
stage-closed = closed
stage-aftercare = aftercare
stage-void = void
role-lead = lead
role-assist = assist
verdict-accepted = accepted
verdict-nonstandard = nonstandard
fault-not-point-by-point = not point by point
fault-loop-not-closed = loop not closed
fault-off-the-question = off the question
fault-wording = wording
fault-photos-missing = photos missing
fault-approval-missing = approval missing
fault-other = other
rating-satisfied = satisfied
rating-basically-satisfied = basically satisfied
rating-dissatisfied = dissatisfied
about-unit-sign = signing
about-reply = the reply
about-close = the close
party-unit = unit
party-office = office
already-signed = street sign
already-dispatched = dispatch
already-unit-signed = unit sign
already-replied = reply
already-reviewed = review
already-closed = close
suggestion-repeat = looks like a repeat
suggestion-sensitive = looks sensitive
suggestion-unclear-duty = duty looks unclear
suggestion-report = report to the principal
suggestion-escalate = escalate
suggestion-consult = consult the head
suggestion-lead = name a lead

## Clocks and states

clock-street-sign = street sign
clock-dispatch = dispatch
clock-unit-sign = unit sign
clock-transfer = transfer or co-assign
clock-consult = consult
clock-close = close
clock-reply = reply
clock-rereply = second reply
clock-extension-unit = extension, unit
clock-extension-office = extension, office
clock-follow-up = follow-up
clock-appeal = appeal
clock-look-back = look back
state-waiting = waiting
state-running = running
state-met = met
state-late = late
state-overdue = overdue
state-expired = expired
state-void = void

## Facts

event-received = received
event-signed = signed by the street
event-dispatched = dispatched
event-unit-signed = signed by the unit
event-phone-reminded = phoned the unit
event-transferred = transferred
event-co-assign-requested = asked for further units
event-replied = replied
event-reviewed = reviewed
event-extension-requested = asked for an extension
event-extension-decided = extension decided
event-closed = closed
event-rated = rated
event-followed-up = followed up
event-reworked = reworked
event-consulted = consulted the head
event-contacted = told the citizen
event-escalated = escalated
event-reported-to-principal = reported to the principal
event-linked = linked
event-suggestion-dismissed = dismissed a suggestion
event-appealed = appealed
event-appeal-decided = appeal decided
event-looked-back = looked back
event-tagged = tagged
event-untagged = untagged
event-noted = noted
event-amended = amended
event-voided = voided
event-undone = undid a fact
event-excused = excused a lapse
event-confirmed = confirmed by the platform
event-differed = differs from the platform
event-revision-adopted = adopted new rules
event-swapped = swapped duty
event-stood-in = stood in
event-handed-over = handed over
event-step-done = carried out a step

## Time

weekday-mon = Mon
weekday-tue = Tue
weekday-wed = Wed
weekday-thu = Thu
weekday-fri = Fri
weekday-sat = Sat
weekday-sun = Sun
span-days = { $days } d { $hours } h
span-hours = { $hours } h { $minutes } min
span-minutes = { $minutes } min { $seconds } s
span-whole-minutes = { $minutes } min
span-seconds = { $seconds } s

## The screen: header, queue, footer

desk = Duty desk
desk-demo = DEMO
day-working = workday
day-off = day off
day-make-up = make-up day
day-unlisted = { $kind } (no calendar)
time-working = working time
time-not-working = not working time
duty-post = { $post } signs and reviews today
duty-swapped = { $post } signs and reviews today (swapped)
duty-short = { $post } on duty
count-to-sign = sign
count-to-dispatch = dispatch
count-to-reply = reply
count-overdue = overdue
head-number = Number
head-kind = Kd
head-title = Subject
head-sign = Sign
head-dispatch = Dispatch
head-unit-sign = U-sign
head-reply = Reply
head-close = Close
unit-phoned = c
unit-day = d
unit-hour = h
unit-minute = m
unit-expired = expired
# Before the countdown of what is owed after the close: a follow-up (C11), a look-back (C13).
cell-follow-up = F
cell-look-back = L
group-decide = To decide: kind or community unknown, press e
group-community = { $community } · { $post }
group-no-unit = No unit
group-nothing-due = Nothing is owed
group-cases = { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
group-next = next
grouping-community = by community
grouping-due = by due day
grouping-unit = by unit
grouping-stage = by stage
queue-logged-as = acts logged as { $who }
queue-place = { $place }/{ $shown }
queue-place-of = { $place }/{ $shown } (of { $all })
queue-empty = No open case. Press n for a new one, or run zhiban import in another window: the cases appear here.
queue-nothing-found = Nothing is found for { $typed }. Enter: look among all cases, closed ones too
queue-loading = Reading...
status-marked = { $count } marked
status-found = find { $typed }
status-at = logged as of { $at }
status-writing = writing { $count }
too-small = Window too small: { $width }x{ $height }, at least { $least_width }x{ $least_height }

## The status line

notice-did = { $number } { $what } ({ $at })
notice-undid = { $number } taken back: { $event }
notice-did-many = { $count } cases { $what }
deed-dispatched = dispatched to { $units }
deed-outcome = { $event }: { $said }
deed-unit-signed = { $unit } signed
deed-reminded = phoned { $unit } ({ $about }, { $answered })
notice-refused = { $number } refused: { $why }
notice-refused-some = { $done } done, { $refused } refused; { $number }: { $why }
notice-failed = not written: { $problem }
notice-left = { $number } was finished elsewhere and left the queue; choose again
notice-nothing-in-hand = no case is in hand
notice-still-writing = { $number } is still being written
notice-no-community = { $number } has no community: decide it with e, or choose units with d
notice-already-with = { $number } is with { $units } and stays there; d gives it to others or adds them
notice-already-dispatched = { $number } was dispatched before and stays there; d gives it to others
notice-no-unit = { $number } has no unit to phone yet
notice-nothing-to-undo = { $number } has nothing to take back
notice-no-group = there is no such group
notice-demo = Demo: made-up cases, time runs { $speed } times as fast, nothing is kept
notice-draft-kept = the unsaved case is kept; n goes on with it
notice-draft-back = the unsaved case is back; Ctrl-U empties a field
notice-how-to-leave = Ctrl-C does not leave; F10 does, and q in the queue
notice-asked-again = who sits here was not kept; it is asked again next time
notice-copied = copied { $number }
notice-missing = { $number } is not in the store any more
notice-not-backed-up = The daily backup failed: { $problem }; tried again in 1 h

## Keys

key-space = Space
key-enter = Enter
key-backspace = Backspace
key-delete = Delete
key-left = Left
key-right = Right
key-up = Up
key-down = Down
action-sign = Sign
action-dispatch = Dispatch: choose units
action-sign-and-dispatch = Sign and dispatch to its own community
action-remind = Log a phone reminder
action-decide = Decide kind and community
action-undo = Take back the last step
action-new-case = Key in a new case
action-at-time = Say when the next act happened
action-skip = skip this and go to the desk
action-demo = open the demo: a made-up shift
action-open = Open the case
action-search = Find (pinyin initials, pinyin, signs, number)
action-search-all = Find among all cases, closed ones too
action-regroup = Next grouping
action-mark = Mark or unmark
action-mark-all = Mark all shown, or none
action-copy-number = Copy the number
action-help = Help
action-palette = All acts
action-theme = Next theme
action-quit = Quit
action-up = Up
action-down = Down
action-page-up = Page up
action-page-down = Page down
action-first = To the first
action-last = To the last
action-previous-group = Group above
action-next-group = Group below
action-group = To group { $place }
action-back = Back, cancel
action-accept = Accept
action-save = Save
action-next-field = Next field
action-previous-field = Field before
action-next-value = Next value
action-previous-value = Value before
action-toggle-assist = Assisting or not
action-unanswered = Log as unanswered
short-sign = Sign
short-dispatch = Dispatch
short-sign-and-dispatch = Sign+dispatch
short-remind = Phoned
short-decide = Decide
short-undo = Undo
short-new-case = New
short-at-time = At time
short-skip = skip
short-demo = demo
short-open = Open
short-search = Find
short-search-all = All
short-regroup = Group
short-mark = Mark
short-help = Help
short-quit = Quit
short-back = Back
short-accept = Accept
short-save = Save
short-next-field = Next
short-next-value = Value
short-toggle-assist = Assist
short-unanswered = Unanswered
scope-queue = The queue
scope-case = The case
scope-search = Finding
scope-dispatch = Dispatching
scope-remind = Phoning
scope-form = New case, deciding
scope-at-time = A past time
scope-welcome = First start: who sits here
scope-welcome-name = First start: the name
scope-welcome-ready = First start: ready
scope-confirm = A question
scope-help = Help
scope-palette = All acts
help-signs = Signs
help-sign-hand = the case in hand
help-sign-marked = marked
help-sign-over = a clock of this case is overdue
help-sign-overdue = overdue; the figure is by how much
help-sign-near = close to due
help-sign-decide = kind or community to be decided
help-sign-met = met in time; the figure is what was left
help-sign-late = met late; the figure is by how much
help-sign-phoned = the unit was phoned; it answers when late
help-sign-waiting = not started
help-sign-void = does not count
help-input-methods = With a Chinese input method full-width letters, digits and punctuation act as the plain ones; where it swallows letters, use the F and Ctrl keys.

## Windows

search-prompt = Find
dispatch-title = Dispatch { $number }
dispatch-title-many = Dispatch { $count } cases
dispatch-filter = Unit
dispatch-own = own
dispatch-present = has it
dispatch-hint = letters narrow, Space adds an assisting unit, Enter sends; the one in hand leads
dispatch-assisting = Assisting: { $units }
dispatch-none = no such unit
remind-title = Phone reminder { $number }
remind-about = about { $about }
remind-no-phone = no number known
remind-hint = Enter: answered, n: not answered
new-case-title = New case
decide-title = Kind and community of { $number }
decide-hint = a signed case needs a reason
form-hint = F2 saves, Tab next field, Left and Right change a value, Esc goes back
form-sent = writing...
field-number = Number
field-kind = Kind
field-community = Community
field-title = Subject
field-received = Received
field-close-due = Close by
field-address = Address
field-body = Text
field-reporter = Citizen
field-phone = Phone
field-reason = Reason
field-unassigned = unassigned
field-now = empty: now
field-by-rule = empty: by the rule
field-empty = must not be empty
field-bad-number = 1 to 64 characters
field-taken = the number is in the queue already
field-not-a-time = not a time; e.g. 9:03 or 11-22 21:50
problem-over-already = this time is over already
act-units-below = { " " }({ $count } more below)
problem-refused = a refusal sets no new time
field-future = later than now
field-before-receipt = before the receipt
at-time-title = When did the next act happen?
at-time-hint = e.g. 9:03 or 11-22 21:50; empty: now
at-time-not-a-time = not a time; e.g. 9:03 or 11-22 21:50
at-time-future = { $at } has not come yet
confirm-act-title = { $act } { $number }
confirm-act = Log "{ $act }"?
confirm-unit-sign = Has { $unit } signed?
confirm-close = The reply was accepted. Close this case? It leaves the queue; u takes that back.
confirm-undo-title = Undo { $number }
confirm-undo = Take back "{ $event }", logged by { $who } at { $at }? The log keeps both.
confirm-batch = { $act }: { $count } marked cases, { $hidden } of them not on the screen. All of them?
batch-dispatch = Dispatch to { $units }
palette-title = All acts
palette-none = no such act
help-title = Help

## The case's page

page-loading = Reading...
page-nothing = No case is in hand
page-received = Received
page-community = Community
page-close-due = Close by
page-address = Address
page-reporter = Citizen
page-phone = Phone
page-channel = Channel
page-unassigned = unassigned
page-decide = kind or community unknown, press e to decide
page-row-reply = Reply in the platform’s list (time unknown): { $reply }
page-row-rating = Rating in the platform’s list (time unknown): { $rating }
page-row-kind = the list's word for the kind: "{ $word }"
page-row-community = the list's word for the community: "{ $word }"
page-already = done before the desk knew it: { $steps }
page-linked = Same matter { $number } { $stage } { $title }
page-unconfirmed = not yet confirmed by the platform
page-gaps = no calendar data for { $years }; counted by weekday
page-text = The whole text
page-text-below = … (the whole text is at the end)
page-units = Units
page-unit-signed = signed { $at }
page-unit-unsigned = not signed
page-unit-signed-before = signed before the desk knew
page-unit-left = passed on { $at }
page-clocks = Clocks
page-base = from { $base }
page-base-back = back from { $base }
page-due = due { $due }
page-met = met { $met }
page-answers = { $who } answers
why-not-phoned = W1: no phone reminder is logged by the due time, so the post that dispatched and the unit answer together
why-phoned = W1: the unit was phoned before the due time and answers alone
why-reply-late = W2: the lead did not answer in time, so the unit answers for the close
why-reply-in-time = W2: the lead answered in time, so the post on duty on the due date answers
why-not-dispatched = W2: it was not dispatched by the due time, so the post that was to dispatch it answers
page-answers-both = { $post } and { $unit } answer
page-breaches = Breaches and who answers
page-breach = { $rule } { $clock } late by { $late }
page-because = because: { $facts }
page-because-fact = { $at } { $event }
page-timeline = What happened
page-undone = undone
page-keyed-later = keyed { $at }
page-keyed-before = keyed when the clock said { $at }, before it happened
page-clock-back = keyed when the clock said { $at }; it had been set back
page-erased = citizen erased { $at }
page-answered = answered
page-unanswered = not answered
page-photos = { $count } photos
page-approved = approved by { $who }
page-not-approved = approval not named
page-stamped = stamped
page-not-stamped = not stamped
page-granted = granted until { $at }
page-not-granted = refused
page-upheld = upheld
page-not-upheld = not upheld
page-stable = stable
page-unstable = not stable

## Why an act is refused

refusal-unknown-case = there is no case { $number }
refusal-already-there = { $number } is in the store already
refusal-future = { $at } has not come yet; the future cannot be logged
refusal-before-receipt = earlier than the receipt at { $at }
refusal-already-done = { $what } already ({ $who } at { $at })
refusal-already-before = done before the desk knew the case
refusal-closed = the case is closed
refusal-closed-by = closed already ({ $who } at { $at })
refusal-void = void already ({ $who } at { $at })
refusal-not-closed = not closed yet ({ $stage })
refusal-not-on-case = { $unit } is not on the case
refusal-which-unit = the case has no unit, or several; say which
refusal-not-lead = { $lead } leads, not { $unit }
refusal-nobody-leads = nobody leads yet, so { $unit } cannot
refusal-no-reply = no reply yet
refusal-already-reviewed = the latest reply is reviewed already
refusal-already-reviewed-by = the latest reply is reviewed already ({ $who } at { $at })
refusal-not-accepted = the latest reply is not accepted
refusal-needs-reason = a reason is needed
refusal-no-units = no unit was chosen
refusal-one-lead = exactly one unit leads, and no unit stands twice
refusal-no-community = the case has no community; decide it first, or choose a unit with d
refusal-no-close-due = a grant needs the new close time
refusal-close-due-before-receipt = the new close time is earlier than the receipt at { $at }
refusal-no-bad-rating = no bad rating
refusal-no-open-appeal = no open appeal
refusal-no-look-back = no look-back
refusal-tag-unchanged = the tag would not change
refusal-nothing-changed = nothing would change
refusal-nothing-to-undo = there is nothing to undo
refusal-no-such-fact = no fact { $id } stands
refusal-receipt-stands = a receipt cannot be taken back; if it is wrong: zhiban void NUMBER --reason WHY
refusal-later-fact = { $who } { $what } later, at { $at }; undo that first
refusal-changed = the case has just changed; look again
refusal-changed-by = { $who } { $what } just now, at { $at }; look again
refusal-same-case = a case cannot be linked to itself
refusal-same-post = a post cannot stand in for itself

## Problems of an import

problem-missing = must not be empty
problem-not-a-time = not a time; expected e.g. 2026-11-23 09:00:00
problem-twice-in-file = the number stands in an earlier row
problem-bad-number = a number is 1 to 64 printable characters
problem-inexact-number = more than 15 digits in a cell kept as a figure: the last ones are no longer those that were typed; format it as text
problem-unknown-kind = no such kind; taken in as ordinary, to be decided
problem-unknown-community = no such community; taken in as unassigned
problem-unknown-status = no such status; read as if there were none
problem-unknown-rating = no such rating; left out
problem-unknown-unit = no such unit; kept as text
problem-unknown-tag = no such tag; left out
problem-broken-text = bytes that are no text; shown as �
problem-before-receipt = earlier than the receipt; left out
problem-control-characters = control characters were taken out
problem-too-many-cells = more cells than the header
problem-too-long = too long; cut (a title stands in full at the head of the text)
problem-future = later than now

## The command line

unassigned = unassigned
list-separator = , {""}
list-empty = no such case
watch-new = { $at } new { $number } { $kind } { $community } { $title }; next: { $step }
watch-changed = { $at } { $number } is now { $stage }; next: { $step }
watch-gone = { $at } { $number } left the queue
watch-limit = { $at } { $number } { $limit }; next: { $step }
next-left = { $clock } in { $span }
next-overdue = { $clock } { $span } late
act-done = { $number } logged: { $what }; now { $stage }
act-done-next = { $line }; { $clock } due { $due }
calendar-gaps = no published days off for { $years }: due times there count by weekday

label-title = Title
label-address = Address
label-reporter = Reporter
label-phone = Phone
label-channel = Channel
label-body = Text
label-received = Received
label-close-due = Close by
label-tags = Tags
label-linked = Same matter
label-units = Units
label-base = from
label-due = due
label-met = met
label-answers = answers
section-clocks = Clocks
section-breaches = Breaches
section-timeline = Timeline
breach-line = { $rule } { $clock } late by { $late } · answers { $answers } · rests on { $because }
fact-undone = {" "}(undone)

explain-not-yet = { $number } is not received yet at { $now }
explain-two-cases = the facts are about two cases, { $first } and { $second }; give one at a time
explain-no-receipt = no `received` fact: there is nothing to count from

log-exported = { $count } facts written to { $file }
log-imported = { $new } new facts, { $known } known, { $revisions } new revisions
log-cleaned = control characters were taken out of { $count } facts
backup-done = backed up to { $file }
restore-asks = { $file } ({ $comes }) would replace { $store } ({ $goes })
restore-contents = { $cases } cases, { $facts } facts, the last of { $latest }
restore-unreadable = cannot be read
restore-asks-mend = add --yes to do it; the replaced store is kept beside it
restore-done = { $store } restored from { $file }
restore-done-kept = { $store } restored from { $file }; the replaced store is kept as { $kept }

doctor-good = ok
doctor-bad = !!
doctor-told = --
doctor-store = store { $path }: { $facts } facts, { $cases } cases, { $open } open
doctor-no-store = store { $path } is not there yet; the first import makes it
doctor-rebuilt = the projection differed from the log and was rebuilt
doctor-backups = daily backups: the last of { $last }, { $count } in { $folder }
doctor-no-backup = no daily backup yet; one is written to { $folder } at the end of each shift
doctor-no-backups-wanted = no daily backup is wanted (keep_backups = 0)
doctor-file = database file: { $problem }
doctor-projection = case { $number }: the list differs from the log
doctor-gap = desk { $desk }: fact { $after } is followed by { $found }, some are missing
doctor-fact = a fact cannot be read: { $problem }
doctor-damaged = store { $path } is damaged ({ $problem })
doctor-readable-all = all { $facts } facts can be read: save them with zhiban log export FILE, then take them into a new store with --store NEW log import FILE
doctor-readable-some = only the first { $facts } facts can be read: save them with zhiban log export > FILE
doctor-readable-none = not one fact can be read
doctor-restore = put a backup back with zhiban restore BACKUP --yes; { $path } is kept beside it
doctor-secrets = the settings { $file } hold the token of the phone, and others on this computer can read them: chmod 600 that file
doctor-network = the store lies on a network file system ({ $system }) where two writers can damage it; move it to a local disk
doctor-calendar = published days off for { $years }
doctor-calendar-missing = no published days off for { $year }: counted by weekday; put a file into calendar/ in the settings folder
doctor-revision = rules { $revision }
doctor-no-terminal = not in a terminal; the screen was not examined
doctor-size = terminal { $width }x{ $height }, at least 80x24 wanted
doctor-colours = terminal with { $colours } colours
doctor-wide = the terminal draws box signs two cells wide; set ascii = true
doctor-narrow = box signs take one cell; borders hold
doctor-writable = acts can be written
doctor-chinese = Chinese signs take two cells; columns hold
doctor-chinese-narrow = the terminal does not draw Chinese signs two cells wide; columns will not hold: use a UTF-8 locale and a terminal that knows East Asian widths

import-new = { $count } new
import-amended = { $count } amended
import-amended-case = { $number } amended as the platform has it: { $what }
import-confirmed = { $count } confirmed
import-differed = { $count } differing from the platform
import-unchanged = { $count } unchanged
import-dry = (dry run, nothing was written)
import-problem-kept = row { $row } { $column } "{ $value }": { $problem } (kept)
import-problem-skipped = row { $row } { $column } "{ $value }": { $problem } (left out)
import-skipped = { $count } rows were left out, the others went in
import-skipped-mend = write them out with --problems FILE, mend them and import that
import-written = the rows left out were written to { $file }
import-over-list = --problems names { $file }, which is itself to be taken in
import-reading = reading
import-writing = writing
import-column = problem
intake-bytes = too large, more than { $most } MB
intake-unpacked = too large when unpacked, more than { $most } MB
intake-parts = a workbook of too many parts, more than { $most }
intake-rows = too many rows, more than { $most }; export fewer at once
intake-text = too much text, more than { $most } MB
intake-empty = an empty file; expected xlsx, csv or json
intake-old-excel = an old xls, or one with a password; save it as xlsx without one
intake-html = a web page; save it as xlsx or csv
intake-binary = an unknown format; expected xlsx, csv or json
intake-broken = damaged { $format }: { $problem }
intake-no-header = no header row: no column for { $missing }; found { $seen }; name them with --map
intake-no-column = no column "{ $name }" for { $field }, which the mapping names; found { $seen }

# The inbox folder
import-unread = columns not used: { $columns } (name any that should be in a --map file)
inbox-file = inbox { $file }: { $what }
inbox-skipped = inbox: { $count } rows were left out, mend problems/{ $mend } and drop it in again; { $file }: { $what }
inbox-log = inbox { $file } (another desk's log): { $new } new facts, { $known } known
inbox-clashes = { $first }; { $more } more; { $line }
clash-signed = signed at two desks: { $sides }
clash-dispatched = dispatched differently at two desks: { $sides }
clash-desk = { " " }(desk { $desk })
part-separator = {"; "}
inbox-log-large = larger than the inbox takes, more than { $most } MB: use zhiban log import, or export less with --since
inbox-unusable = inbox { $file } cannot be used and was put into problems: { $problem }
inbox-facts = { $count } facts of another desk
inbox-files = inbox: { $count } files: { $what }
inbox-files-care = inbox: { $care } of { $count } files need you: { $first }; in all: { $what }
inbox-trouble = the inbox cannot be taken in just now, it is tried again: { $problem }
inbox-empty = nothing in the inbox to take in
error-no-inbox = no inbox is set
error-no-inbox-mend = write zhiban inbox FOLDER, or inbox = "/FOLDER" in the settings
help-inbox = take in the lists and logs of a folder
help-arg-folder = the folder; by default the settings' inbox
help-arg-watch = go on watching the folder until stopped
help-arg-since = only what was recorded then or later

# Pasted messages and pages
notice-pasted = { $found } things found in the pasted text, { $guessed } guessed; check them, F2 saves
notice-pasted-joined = ; line ends became spaces
notice-guessed-first = kind or community was guessed by a word: F2 again if it is right, else change it
notice-left-out = the pasted text is too long: its last { $signs } signs found no room
notice-lines-joined = the pasted text has several lines, and here is one: line ends became spaces
notice-pasted-nothing = nothing found in the pasted text; it stands in the text field
field-guessed = ? guessed, please check
doctor-text-found = { $part }: { $text } (pattern { $pattern })
doctor-text-guess = { $part }: guessed { $value } (word { $word })
doctor-text-nothing = nothing found; all of it would go into the text
help-arg-doctor-text = only show what is found in this text; - for standard input

# Forwarded by a phone
phone-call = { $unit } was called for { $seconds } s (by the phone at { $at }): may be evidence of a phone reminder
phone-hint = a text names { $number } ({ $from }): { $text }
phone-text = a text ({ $from }): { $text }
phone-empty = nothing forwarded that waits
phone-listens = listening at { $address } for what a phone forwards
phone-trouble = nothing can be forwarded by the phone: { $problem }
error-no-phone = no phone is set
error-no-phone-mend = zhiban pair gives the lines for the settings
error-no-message = no message { $id } that waits
pair-settings = First put these lines into the settings and open the desk:
pair-app = In SmsForwarder on the phone add a webhook sender and fill in:
pair-loopback = Note: listen is an address of this machine alone, which the phone cannot reach; name this machine's address in the office network. The wire is plain: use it in a network you trust, or put TLS before it.
help-phone = texts and calls forwarded by a phone
help-pair = how to set up forwarding on the phone
help-arg-serve = go on listening without a screen
help-arg-settle = put this one aside
help-arg-phone-confirm = log this call as a phone reminder (W1)
help-arg-phone-attach = put this one on the case it names
help-arg-phone-back = let this one, which was put aside, wait again
help-arg-phone-case = which case, where several wait for the unit
error-which-case = message { $id } may be about several cases: { $cases }
error-which-case-mend = say which with --case
error-owed-nothing = message { $id } is no call to a unit that owed something
error-no-case = message { $id } names no case that is here
phone-owed = { "    " }may have been about { $number }: { $about }, { $title }

# The board of what a phone forwarded
action-forwarded = From the phone
action-take-as-case = Key in as a new case (the form is filled; check, then save)
action-attach = Put on its case as a note
action-confirm-call = Log the call as a phone reminder (W1)
action-put-aside = Put aside
action-bring-back = Let what was put aside wait again
short-take-as-case = new case
short-attach = attach
short-confirm-call = log reminder
short-put-aside = aside
short-bring-back = back
header-forwarded = phone { $count }
forwarded-count = { $count } waiting
forwarded-count-more = { $count } waiting, { $shown } shown
forwarded-settled = Dealt with
forwarded-drafts = May be new cases
forwarded-calls = Calls to units
forwarded-hints = About cases that are here
forwarded-empty = everything the phone forwarded is dealt with
forwarded-none-settled = nothing was dealt with yet
forwarded-call = { $unit } { $seconds } s
forwarded-unanswered = { $unit } no answer
forwarded-owed-nothing = no case waited for it
forwarded-owed = owed by then: { $about }, due { $due }; forwarded { $came }
forwarded-late = by the phone at { $sent }, forwarded { $came }
forwarded-logged = a reminder is logged for { $at }
forwarded-hint-draft = n fills the form of a new case, nothing is saved unseen; x puts aside
forwarded-hint-call = c logs a phone reminder (W1) at the time of the call; x puts aside
forwarded-hint-no-case = there is no case to log it for; x puts aside
forwarded-hint-hint = a puts it on this case; Enter opens it; n takes it as new; x puts aside
forwarded-hint-settled = Enter opens the case; u brings back what was put aside; facts are undone on the case
became-case = case
became-note = note
became-reminder = reminder
became-aside = aside
notice-forwarded = f deals with it: { $what }
phone-filled = text of { $came }: { $found } things found, { $guessed } guessed; check them, F2 saves
phone-draft-first = a new case was left unsaved: press Esc, n and save that first
phone-no-call = this is no call to a unit
phone-owed-nothing = no case waited for { $unit } at the time of the call: nothing to remind of
phone-no-case = it names no case that is here
phone-is-fact = it was dealt with before; facts are undone on the case with u
phone-put-aside = put aside; u brings it back
phone-waits-again = it waits again
refusal-dealt-with = somebody has dealt with this message


error-no-home = no home folder was found, so there is no place for the store
error-no-home-mend = name a file with --store
error-actor = { $option }: "{ $value }" names nobody; expected post:A, post:B or unit:NAME
error-unit = { $option }: no unit "{ $value }"; known: { $known }
error-community = { $option }: no community "{ $value }"; known: { $known }
error-unreadable = { $file } cannot be read: { $problem }
error-unwritable = { $file } cannot be written: { $problem }
error-line = { $file } line { $line }: { $problem }
error-config-key = { $file }: there is no setting { $key }; known: { $known }
error-config-value = { $file }: { $key } = { $found } does not fit; expected one of { $expected }
error-policy = { $file }: { $problem }
error-calendar = { $file }: { $problem }
error-speed = { $option }: "{ $value }" does not fit; expected a whole number from 1 to 3600
error-exists = { $file } is there already
error-exists-mend = name another file or move it away first
error-refused = { $number }: { $why }
error-unknown-case-mend = zhiban list --all --search NUMBER finds it by the end of its number
error-which-unit-mend = name it with --unit
error-not-accepted-mend = zhiban review NUMBER accepted first, or --unreviewed --reason WHY
error-unit-mend = write one of these; further ones go into the policy (--policy)
error-unreadable-mend = check the name, and whether you may read it
error-unwritable-mend = check the folder, whether you may write there, and whether the disk is full
error-config-mend = put that line right in the file or take it out
error-calendar-mend = put that line right in the file, or move the file away
error-policy-mend = put that right in the file, or leave --policy out for the built-in one
error-message-mend = zhiban phone lists those that wait
store-sqlite-mend = update zhiban
store-database-mend = run zhiban doctor
error-reason-mend = give it with --reason
error-restore-self = { $file } is the store itself
error-field = "{ $value }" cannot be amended; expected FIELD=VALUE with one of { $known }
error-value = { $option }: "{ $value }" does not fit; { $problem }
error-mapping = { $file }: { $problem }
error-list = { $file }: { $problem }
error-terminal = not in a terminal: the desk cannot be opened
error-terminal-mend = run it in a terminal, or use zhiban list and zhiban show
error-store = store { $file }: { $problem }

expected-one-of = expected one of: { $known }
expected-time = expected a time such as 2026-11-23T09:00
expected-date = expected a date such as 2026-11-23
expected-number = expected 1 to 64 printable characters
expected-text = must not be empty
expected-after-receipt = earlier than the receipt at { $received }
expected-span = expected a length of time such as 30m, 2h, 1d
expected-count = expected a whole number from 0
expected-actor = expected post:A, post:B or unit:NAME
expected-utf8 = expected UTF-8 text

store-unreadable = cannot be opened ({ $problem })
store-unreadable-mend = check that the path exists and belongs to you
store-not-a-store = is not a zhiban store
store-not-a-store-mend = name another file with --store
store-newer = was written by a newer zhiban (store version { $found }, this program knows up to { $known })
store-newer-mend = update zhiban
store-replaced = no longer the file that was opened
store-replaced-mend = leave zhiban and open it anew
store-busy = held by another program for more than { $seconds } s
store-busy-mend = close that program or try again
store-read-only = cannot be written
store-read-only-mend = check the permissions of the file and its folder, and the disk
store-full = the disk is full
store-full-mend = free some space and try again
store-io = reading or writing failed ({ $problem })
store-io-mend = check the disk
store-corrupt = is damaged ({ $problem })
store-corrupt-mend = run zhiban doctor to see how much can be read, or zhiban restore BACKUP --yes
store-revision = has no rules { $revision }
store-revision-mend = import the log they came with first
store-sqlite = the built-in SQLite { $found } may damage a store with two writers; 3.51.3 or newer is needed
store-database = the database refused: { $problem }

usage-once = { $option } may be given only once
usage-unknown-option = there is no option { $option }
usage-unknown-command = there is no command { $name }
usage-missing = { $options } is missing
usage-no-value = { $option } needs a value
usage-conflict = { $option } cannot be used with { $other }
usage-similar = did you mean { $similar }
usage-mend = see --help


## The help of the command line

help-template =
    {"{about-with-newline}"}
    Usage: {"{usage}"}

    {"{all-args}{after-help}"}
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-heading-global = Global options
help-heading-examples = Examples:
help-value-command = COMMAND
help-zhiban = The duty desk: signing, dispatch, limits and responsibility of citizens' cases
help-run = open the desk (the default)
help-demo = open a demo: a throwaway store and a made-up shift; the real store is not touched
help-import = take in cases from xlsx, csv or json
help-add = key in a case by hand
help-sign = the street signs
help-dispatch = hand a case to units; by default to its own community
help-unit-sign = a unit signs
help-remind = log a phone reminder
help-transfer = a unit passes a case on
help-co-assign = a unit asks for further units
help-excuse = a lapse was not neglect
help-reply = a unit answers
help-review = judge the latest reply
help-extend = ask for an extension, grant or refuse it
help-close = close a case
help-rate = log the citizen's rating
help-follow-up = log the follow-up of a bad rating
help-rework = log the rework after a bad rating
help-consult = log a talk with the unit's head
help-contact = log that the citizen was told
help-escalate = log that a case was escalated
help-report = log that the principal was told
help-link = two cases are one matter
help-dismiss = turn a suggestion down
help-appeal = file an appeal or log its decision
help-look-back = log a look-back visit
help-tag = put a tag on
help-untag = take a tag off
help-note = add a remark
help-amend = put facts right
help-void = withdraw a case
help-undo = take the last step back
help-swap = give a date's duty to a post
help-stand-in = one post stands in for the other
help-handover = hand the day over
help-list = list cases
help-show = a case with its facts, clocks, breaches and timeline
help-explain = the same for a made-up history; touches no store
help-log = export or import every fact
help-log-export = write JSON lines; without a file to standard output
help-log-import = read JSON lines; twice changes nothing
help-backup = write a copy of the store
help-restore = put a copy in the place of the store
help-doctor = examine store, calendar and terminal
help-completions = print a completion script
help-man = write the pages of this manual into a folder
help-help = show this help, or that of a command
help-arg-help-about = the command, e.g. dispatch or log export

help-arg-store = the store
help-arg-policy = the policy; by default the built-in one
help-arg-lang = language; by default the system's
help-arg-json = answer in JSON
help-arg-by = who acts: post:A, post:B or unit:NAME; by default the post on duty then
help-arg-person = the name of the person who acts
help-arg-now = see the world as of this moment
help-arg-help = show this help
help-arg-version = show the version
help-arg-at = when it happened; by default now
help-arg-note = a remark
help-arg-case = the case's number
help-arg-cases = the cases' numbers
help-arg-unit = the unit
help-arg-reason = why
help-arg-id = the fact's id
help-arg-speed = how many times as fast
help-arg-files = the files to take in
help-arg-dry-run = read, write nothing
help-arg-map = names of columns (TOML)
help-arg-problems = write the rows left out to this file
help-arg-number = the case's number
help-arg-kind = its kind
help-arg-community = the community it lies in
help-arg-title = its subject
help-arg-received = when it was received; by default now
help-arg-close-due = the close time
help-arg-tags = a tag
help-arg-body = its text
help-arg-address = its address
help-arg-reporter = the citizen's name
help-arg-phone = the citizen's phone
help-arg-channel = how it came in
help-arg-stage = stage
help-arg-overdue = only overdue ones
help-arg-due-within = only those due within this time
help-arg-all = closed and void ones too
help-arg-search = Find by number, subject, text, answers, notes, address, community, unit or phone; pinyin initials will do
help-arg-watch = Stay open after the list and say a line for every change, for screen readers; Ctrl-C ends it
help-arg-facts = the facts as JSON lines; - for standard input
help-arg-file = the file
help-arg-yes = replace the present store
help-arg-shell = which shell
help-arg-man-folder = the folder; it is made where it is missing
help-arg-to = the lead unit
help-arg-transfer-to = the unit it should go to
help-arg-escalate-to = to whom
help-arg-report-to = to whom
help-arg-assist = an assisting unit
help-arg-about = what it was about
help-arg-unanswered = nobody answered
help-arg-from = the unit that passes it on
help-arg-grounds = the grounds
help-arg-add = the units asked for
help-arg-of = which clock, or rating, review
help-arg-text = the text
help-arg-photos = how many photos
help-arg-approved-by = the head who approved it
help-arg-verdict = the verdict
help-arg-faults = a fault
help-arg-step = which step
help-arg-unreviewed = close without an accepted reply
help-arg-rating = the rating
help-arg-other = the other case's number
help-arg-suggestion = which suggestion
help-arg-stamped = it is stamped
help-arg-found = whether it holds
help-arg-tag = the tag
help-arg-fields = FIELD=VALUE; an empty value clears
help-arg-roster = take back the last swap, stand-in or handover
help-arg-date = the date
help-arg-handover-date = which day; by default today
help-arg-post = the post
help-arg-absent = the absent post
help-arg-stand-in-post = the post that stands in
help-examples-zhiban =
    zhiban demo                         look around: a made-up shift, 60 times as fast
    zhiban import cases.xlsx            take in the platform's cases
    zhiban                              open the desk
    zhiban sign FZ26112300012           sign a case
    zhiban dispatch FZ26112300012 --to 城管办
    zhiban list --overdue --json
help-examples-run =
    zhiban run
    zhiban run --store practice.db
help-examples-demo =
    zhiban demo
    zhiban demo --speed 10
help-examples-import =
    zhiban import cases.xlsx --dry-run
    zhiban import cases.csv --problems mend.csv
help-more-import =
    The mapping file (--map): field = header, or headers, the one that counts first; and words for kinds, stages, ratings, communities:
      {"["}columns]
      number = "流水号"
      received = {"["}"转办时间", "来件时间"]
      {"["}kind]
      "加急工单" = "urgent"
      {"["}status]
      "流转中" = "in_progress"
      {"["}rating]
      "非常好" = "satisfied"
      {"["}community]
      "南街驿里片" = "驿里"
    Fields: number received kind community title body address reporter phone channel close_due unit reply rating status closed tags
    Stages: awaiting_sign awaiting_dispatch dispatched in_progress awaiting_review closed
help-examples-inbox =
    zhiban inbox ~/Downloads/inbox
    zhiban inbox --watch
help-examples-add = zhiban add --number FZ26112300012 --kind urgent --community 柳河 --title "fire lane blocked"
help-examples-sign =
    zhiban sign FZ26112300012
    zhiban sign FZ26112300012 FZ26112300013 --at 2026-11-23T09:03
help-examples-dispatch =
    zhiban dispatch FZ26112300012
    zhiban dispatch FZ26112300012 --to 城管办 --assist 柳河 --at 2026-11-23T09:03
help-examples-unit-sign =
    zhiban unit-sign FZ26112300012
    zhiban unit-sign FZ26112300012 --unit 柳河社区 --at 2026-11-23T09:20
help-examples-remind =
    zhiban remind FZ26112300012
    zhiban remind FZ26112300012 --unit 柳河社区 --about reply --unanswered
help-examples-transfer = zhiban transfer FZ26112300012 --from 柳河社区 --to 城管办 --grounds "not in our area"
help-examples-co-assign = zhiban co-assign FZ26112300012 --unit 柳河社区 --add 城管办 --grounds "needs enforcement"
help-examples-excuse =
    zhiban excuse FZ26112300012 unit-sign --unit 柳河社区 --reason "power cut"
    zhiban excuse FZ26112300012 rating --reason "not ours to settle"
help-examples-reply = zhiban reply FZ26112300012 --text "mended" --photos 2 --approved-by "Secretary Chen"
help-examples-review =
    zhiban review FZ26112300012 accepted
    zhiban review FZ26112300012 nonstandard --fault photos-missing --fault wording
help-examples-extend =
    zhiban extend FZ26112300012 request --by unit --reason "digging needed"
    zhiban extend FZ26112300012 grant --close-due 2026-11-26T17:00
help-examples-close =
    zhiban close FZ26112300012
    zhiban close FZ26112300012 --unreviewed --reason "the platform closed it"
help-examples-rate =
    zhiban rate FZ26112300012 satisfied
    zhiban rate FZ26112300012 dissatisfied --reason "the citizen changed it"
help-examples-follow-up = zhiban follow-up FZ26112300012 --note "phoned the citizen"
help-examples-rework = zhiban rework FZ26112300012 --note "cleared once more"
help-examples-consult = zhiban consult FZ26112300012 --note "talked to the secretary"
help-examples-contact = zhiban contact FZ26112300012 --note "told: done by Friday"
help-examples-escalate = zhiban escalate FZ26112300012 --to "secretary of 柳河"
help-examples-report = zhiban report FZ26112300012 --to "the director"
help-examples-link = zhiban link FZ26112300012 FZ26112300013
help-examples-dismiss = zhiban dismiss FZ26112300012 repeat --reason "another matter"
help-examples-appeal =
    zhiban appeal FZ26112300012 file --approved-by "Director Chen" --stamped
    zhiban appeal FZ26112300012 uphold
help-examples-look-back = zhiban look-back FZ26112300012 stable
help-examples-tag = zhiban tag FZ26112300012 difficult
help-examples-untag = zhiban untag FZ26112300012 repeat
help-examples-note = zhiban note FZ26112300012 "nobody there"
help-examples-amend = zhiban amend FZ26112300012 community=柳河 kind=urgent --reason "moved by the platform"
help-examples-void = zhiban void FZ26112300012 --reason "withdrawn by the platform"
help-examples-undo =
    zhiban undo FZ26112300012
    zhiban undo --roster
help-examples-swap = zhiban swap 2026-12-01 A
help-examples-stand-in = zhiban stand-in 2026-12-01 --for A --by-post B
help-examples-step = zhiban step office-statement post:A --note "stated at the meeting"
help-examples-handover =
    zhiban handover --note "press 柳河 first"
    zhiban handover 2026-11-23
help-examples-list =
    zhiban list --overdue
    zhiban list --community 柳河 --due-within 30m
    zhiban list --search lhsq
    zhiban list --watch
help-examples-show =
    zhiban show FZ26112300012
    zhiban show FZ26112300012 --out FZ26112300012.html
help-examples-explain =
    zhiban explain --facts history.jsonl
    zhiban explain --facts - --json
help-examples-log =
    zhiban log export log.jsonl
    zhiban log import log.jsonl
help-examples-log-export =
    zhiban log export log.jsonl
    zhiban log export --since 2026-11-23T07:30
help-examples-log-import = zhiban log import log.jsonl
help-examples-anonymise =
    zhiban anonymise --older-than 500d
    zhiban anonymise --yes
help-examples-backup = zhiban backup copy.db
help-examples-restore =
    zhiban restore copy.db
    zhiban restore copy.db --yes
help-examples-reminders =
    zhiban reminders
    zhiban reminders --date 2026-11-23 --out reminders.xlsx
help-examples-aftercare =
    zhiban aftercare
    zhiban aftercare --out aftercare.xlsx
help-examples-reconcile =
    zhiban reconcile
    zhiban reconcile FZ26112300012 kind take --reason "the platform is right"
help-examples-roster =
    zhiban roster
    zhiban roster 2026-12 --out roster.xlsx
help-examples-summary =
    zhiban summary
    zhiban summary 2026-11-23 --out summary.xlsx
help-examples-bulletin =
    zhiban bulletin
    zhiban bulletin 2026-W47 --out bulletin.html
help-examples-oversight =
    zhiban oversight
    zhiban oversight 2026-11 --out ladder.xlsx
help-examples-phone =
    zhiban phone
    zhiban phone --attach 3 --case FZ26112300012
help-examples-pair = zhiban pair
help-examples-doctor =
    zhiban doctor
    zhiban doctor --text message.txt
help-examples-completions =
    zhiban completions bash
    zhiban completions fish
help-examples-man = zhiban man ~/.local/share/man/man1
help-examples-help =
    zhiban help dispatch
    zhiban help log export

## The first start

welcome-title = First start { $place }/3
welcome-post = Who sits here? Up and Down choose, Enter goes on
welcome-leader = Leader
welcome-leader-hint = watches both; acts count for the post on duty
welcome-post-hint = Acts are logged for this one, and its reminders pop up here. The settings file changes it later.
welcome-name = Your name? It stands beside each act; may be left empty
welcome-name-hint = Enter: writes the settings file and sends a test notification
welcome-keeping = writing the settings file…
welcome-kept = Kept: { $file }
welcome-not-kept = ! The settings were not kept ({ $problem }). They hold for now; it is asked again next time.
welcome-exists = there is one already, which was left alone
welcome-trying = sending a test notification…
welcome-shown = A test notification was sent; { $server } shows it. Not seen? Leave and run zhiban doctor.
welcome-not-shown = ! This computer shows no notifications ({ $problem }). The bell rings all the same, and a banner stands below; to mend it leave and run zhiban doctor.
welcome-demo = Enter goes to the desk. To practise first, d or F2 opens a made-up shift, nothing real is touched; leave it with q, and zhiban opens the real desk.

## The manual

man-manual = The duty desk
man-name = NAME
man-synopsis = SYNOPSIS
man-examples = EXAMPLES
man-notes = NOTES
man-exit = EXIT STATUS
man-exit-codes =
    0  done
    1  refused by a rule: the message says who did what when
    2  wrong usage or bad input
    3  the store or the system failed
man-files = FILES
man-files-list =
    ~/.local/share/zhiban/zhiban.db    the store; another one by --store or ZHIBAN_STORE
    ~/.config/zhiban/config.toml       the settings; another file by ZHIBAN_CONFIG
    ~/.config/zhiban/calendar/         further years of days off

## What is told

tell-left = { $span } left
tell-due = due now
tell-over = overdue by { $span }
tell-expired = ended { $span } ago
tell-arrival = new: { $kind }
tell-again = reminded again
tell-repeated = (you may have seen this)
tell-several = { $count } reminders
tell-several-over = { $count } reminders, { $over } overdue
tell-missed = { $count } reminders missed: { $why }
tell-more = { $count } more on the desk
absence-not-running = the desk was not open
absence-asleep = sleep, a stop, or a clock that jumped
notice-name-review = reply waits for review
notice-name-report = report to the principal
notice-name-escalate = discipline case to escalate
notice-name-undecided = kind or community undecided
shift-day = { $post } signs and reviews today
shift-handover = time to hand over; tomorrow { $post }
shift-summary = Summary of the day
shift-bulletin = Weekly bulletin
shift-open = { $open } open, { $over } overdue
todo-C1 = sign it
todo-C2 = dispatch it
todo-C3 = phone { $unit } to sign{ $phone }
todo-C4 = the window for a transfer is closing
todo-C5 = { $unit } is to consult its head
todo-C6 = review and close it
todo-C7 = ask { $unit } for the reply{ $phone }
todo-C8 = ask { $unit } for the new reply{ $phone }
todo-C9 = { $unit } must ask now for more time
todo-C10 = ask now for more time
todo-C11 = { $unit } is to follow up today{ $phone }
todo-C12 = { $unit } must appeal now
todo-C13 = arrange the look-back
todo-review = review the reply
todo-report = tell the principal and log it
todo-escalate = escalate it and log it
todo-undecided = press e to decide kind and community
todo-phone = { " " }({ $phone })
button-sign = Sign
button-dispatch = To its community
button-again = Again in { $span }
button-open = Open
banner-more = { $count } more: r
banner-hint = x seen
header-notify = no popups
header-muted = muted
notice-clock-ahead = the clock went ahead by { $span } (or the machine slept)
notice-clock-back = the clock went back by { $span }
notice-notify-failed = desktop notifications fail; bell and banner instead; zhiban doctor says why
notice-notify-works = desktop notifications work again
notice-again = again in { $span }
notice-nothing-in-view = no reminder to acknowledge
notice-muted = muted; banners stay
notice-unmuted = the bell rings again
journal-title = Reminders of { $date }
journal-count = { $count } rows
journal-empty = nothing was told on this day
journal-head-at = at
journal-head-told = told
journal-head-outcome = outcome
journal-head-means = by
journal-head-what = what
journal-day = the day's duty
journal-handover = handover
outcome-telling = telling
outcome-told = told
outcome-told-late = late
outcome-coalesced = with others
outcome-suppressed = needless
outcome-missed = missed
outcome-failed = failed
outcome-unknown = unknown
outcome-planned = planned
means-desktop = desktop
means-desktop-failed = popup failed
means-banner = banner
means-digest = digest
means-command = command
means-command-failed = command failed
notify-silent = the notification service did not answer within { $seconds } s
away-silent = the command did not end within { $seconds } s
away-failed = command: { $problem }
scope-journal = Reminders
action-acknowledge = Reminders seen
action-journal = Journal of reminders
action-mute = Mute, unmute
action-previous-day = The day before
action-next-day = The day after
short-previous-day = Day before
short-next-day = Day after
short-acknowledge = Seen
help-reminders = the journal of reminders: when each was due, when and how it was told
help-arg-reminders-date = which day, today by default
doctor-notified = desktop notifications: a test was sent, shown by { $server }
doctor-notify-can = desktop notifications can do: { $able }
doctor-notify-no-buttons = this server shows no buttons; sign and dispatch on the desk
doctor-notify-failed = desktop notifications fail: { $problem }
doctor-notify-mend = run inside a desktop session with a notification service (dunst, mako, or the desktop's own); until then bell and banner tell
doctor-notify-silent-mend = the notification service hangs; restart it; until then bell and banner tell
doctor-test-summary = zhiban test notification
doctor-test-body = If you see this, desktop notifications work
point-arrival = arrival
point-start = start
point-half = half-way
point-day-start = morning
point-due = due
action-acknowledge-all = All reminders seen
confirm-acknowledge-all = { $count } reminders, some of them not on the screen. All seen? They stay in the journal.

## after the close

action-aftercare = After the close
scope-aftercare-month = After the close: the month
aftercare-count = { $count } owed · { $over } overdue
aftercare-empty = no follow-up, rework, appeal or look-back is owed
aftercare-over = { $count } late
aftercare-since = since { $at }
aftercare-hint = the figure counts what is due that day; Enter lists it
owed-follow-up = follow-up
owed-rework = rework
owed-appeal = may appeal
owed-appeal-open = appeal open
owed-look-back = look-back
when-overdue = overdue
when-at-once = at once
when-today = today
when-this-week = this week
when-this-month = this month
when-later = later

## held against the platform

action-reconcile = Against the platform
action-take = Take the platform's value over
action-keep = Keep what stands here
short-take = take
short-keep = keep ours
reconcile-list = list of { $at }, { $rows } cases
reconcile-skipped = , { $count } rows left out
reconcile-no-list = no list of the platform has been imported yet: zhiban import takes the newest one
reconcile-empty = the platform's list agrees, nothing is open
reconcile-differing = The two sides differ
reconcile-only-here = Here only, not in the list
reconcile-unconfirmed = Not confirmed by a list yet
reconcile-more = , and { $count } cases more
reconcile-more-unconfirmed = { $count } more are unconfirmed and not listed
reconcile-here = here
reconcile-there = platform
reconcile-missing = received { $received }, not in the list of { $at }
reconcile-can-take = t takes the platform's value (an amendment is logged), n keeps ours and lists it no more
reconcile-receipt = The receipt cannot change, all limits count from it: Enter opens the case, n keeps ours
reconcile-cannot-take = A step is logged by a person: Enter opens the case, @ sets its time; n keeps ours
reconcile-only-here-hint = Enter opens the case; n says that it is known and lists it no more
notice-confirmed-by-list = the next list of the platform confirms it; nothing to do here
status-dispatched = dispatched
differing-status = status
differing-unit = unit
differing-listed = list
differing-none = none
differing-taken = taken over

help-aftercare = what is owed after the close: follow-ups, reworks, appeals, look-backs
help-reconcile = where the platform's lists and the desk differ, or settling a field
help-roster = the duty roster: who is on duty each day of a month
help-arg-field = which field
help-arg-side = take the platform's value or keep the one here
help-arg-month = which month, e.g. 2026-11; default: this one

## The next step

action-next-step = Do the next step
short-next-step = next step
grouping-mine = by whose turn
grouping-waiting = by whom we wait for
group-mine = for this post now
group-theirs = for { $post }
group-at-units = with units
group-owing = waiting for { $units }
unit-phone = { $unit } · phone { $phone }
group-with-us = with us
group-no-step = nothing to do
step-by = { $task } · { $who }
step-due = by { $due }
step-at-once = at once
step-now = next
step-none = nothing to do
step-decide = decide kind, community
step-sign = sign
step-dispatch = dispatch
step-lead = name the lead
step-phone-sign = phone { $unit }: sign
step-escalate = escalate
step-report = report to the principal
step-review = review the reply
step-close = close
step-co-assign = { $unit } asks for help
step-decide-extension = log the extension's answer
step-phone-reply = phone { $unit }: reply
step-contact = { $unit } to tell the citizen
step-unit-sign = { $unit } to sign
step-consult = { $unit } to consult
step-reply = { $unit } to reply
step-rereply = { $unit } to reply anew
step-follow-up = { $unit } to follow up
step-rework = { $unit } to rework
step-decide-appeal = log the appeal's answer
step-appeal = { $unit } may appeal
step-look-back = { $unit } to look back
step-rate = log the rating
notice-no-step = nothing is left to do on { $number }
label-next-step = next step
head-step = next step
head-step-due = due

## boards

action-boards = Boards
short-boards = boards
scope-boards = Boards
boards-title = Boards
action-other-side = The other side
short-other-side = other side

refusal-nothing-differs = the two sides do not differ there, or it has been settled
refusal-cannot-take = cannot be taken as it is: log it on the case with its time (@); a receipt cannot change

## the duty roster

action-roster = Duty roster
scope-roster-ask = Duty roster: the reason
action-swap = Swap: the day goes to the other post
action-stand-in = Stand-in: one post for the other
action-hand-over = Hand over what is open
action-take-back = Take back the last fact about the day
short-swap = swap
short-stand-in = stand-in
short-hand-over = hand over
short-take-back = take back
roster-title = Duty roster { $month }
roster-mark-swap = s
roster-mark-stand-in = i
roster-mark-handover = h
roster-legend = * today  s swapped  i stand-in  h handed over
roster-by-week = {" "}(by the week { $post })
roster-stands-in = { $post } for { $absent }
roster-no-handlers = no [[handlers]] in the settings
roster-note = Note
roster-ask-swap = { $date } goes to { $post }.
roster-ask-stand-in = On { $date } { $post } stands in for { $absent }: duty and dispatch. Tab: for the other.
roster-ask-handover-of = What is open on { $date } goes to { $post }.
roster-ask-handover = What is open on { $date } ({ $open } cases, { $over } overdue) goes to { $post }.
roster-ask-back = Take back what was logged at { $at }: { $what }. It stays in the log.
roster-ask-hint = Enter does it, Esc leaves; a past day needs a reason
notice-roster-did = { $date } logged: { $what }
notice-nothing-of-day = nothing about { $date } to take back
notice-duty-changed = { $date }: { $post } is on duty now

# The citizen's name and number, and the case's page.
action-reveal = Show the citizen's name and phone, or mask them again
page-openly = ! Name and phone are shown, masked at { $until } (P masks now)
page-other-desk = keyed at desk { $desk }
section-sign = 一 signing
section-dispatch = 二 dispatch
section-handle = 三 handling
section-reply = 四 reply
section-appeal = 五 appeal

# The dossier of a case.
action-export-dossier = Export the dossier (HTML, Markdown)
action-copy-verdicts = Copy the verdicts with their evidence
dossier-title = Dossier of case { $number }
dossier-about = The case
dossier-kind = Kind
dossier-stage = Stage
dossier-already = Done before the desk knew
dossier-nothing-late = Nothing was late.
dossier-unmet = not met yet
dossier-reading = Reading: { $reading }
dossier-evidence = Evidence: { $fact }
dossier-section = Section
dossier-clock = Clock
dossier-state = State
dossier-unit = Unit
dossier-at = When
dossier-who = Who
dossier-event = What
dossier-says = Details
dossier-as-of = As of { $at }
dossier-basis = By 南办〔2024〕40号; times reckoned by revision { $revision }.
dossier-openly = It shows the citizen's name and phone number: keep it to those who need them.
dossier-masked = The citizen's name and phone number are masked.
notice-exported = Written to { $folder }/{ $files }
notice-export-failed = Not exported: { $problem }; where exports go is set by exports in the settings
notice-verdicts-copied = Verdicts of { $number } copied
notice-nothing-late = Nothing of { $number } was late; there is no verdict to copy
notice-not-read = { $number } is still being read; press again
dossier-written = Dossier written to { $file }
error-format = { $file } is of no known format; expected a name that ends in .html or .md
help-arg-unmasked = show citizens' names and phone numbers as they are
help-arg-show-out = write a dossier (.html or .md), never over a file that is there
## The acts: names and dialogs

action-acts = Acts: the menu of everything that can be done
short-acts = Acts
scope-acts = Menu of acts
scope-act = Dialogs of acts
acts-title = Acts { $number }
acts-hint = A letter or Enter does it; what is dim cannot be done: see beside it
phase-first-hour = Sign and dispatch
phase-work = Unit at work
phase-answer = Answer and close
phase-aftercare = After the rating
phase-beside = Besides
act-sign = Street sign
act-dispatch = Dispatch
act-unit-sign = Unit signed
act-remind = Phone reminder
act-transfer = Transfer
act-co-assign = Ask for units
act-lead = Change the lead
act-consult = Consulted
act-contact = Citizen told
act-reply = Reply
act-review = Review the reply
act-extend = Ask for time
act-decide-extension = Extension ruled
act-close = Close
act-rate = Citizen's rating
act-follow-up = Follow-up
act-rework = Rework
act-appeal = Appeal
act-decide-appeal = Appeal ruled
act-look-back = Look-back
act-tag = Tags
act-note = Note
act-amend = Amend
act-link = Link cases
act-escalate = Escalate
act-report = Tell principal
act-excuse = Excuse a lapse
act-void = Void
unable-no-unit = no unit yet
unable-no-other-unit = no other unit could lead
unable-nothing-to-excuse = nothing late, rated bad or nonstandard
slot-unit = Unit
slot-to = To
slot-units = Units
slot-grounds = Grounds
slot-text = Text
slot-photos = Photos
slot-approved-by = Approved by
slot-stamped = Stamped
slot-besides = Besides: { $fault }
slot-party = Asked by
slot-decision = Result
slot-rating = Rating
slot-cause = Cause
slot-whom = To whom
slot-said = Said
slot-found = Found
slot-other = Other case
slot-lapse = Which
slot-channel = Channel
point-by-point = Answered point by point
point-loop-closed = Loop closed
point-wording = Wording and attitude in order
point-photos = Photos complete
point-approval = Approved by the head
hint-photos = empty is 0
hint-approved-by = head or secretary; empty if nobody did
hint-appeal-approved-by = the leader who signed for it
hint-new-close-due = e.g. 11-26 17:00, if granted
hint-escalate = may be empty
hint-optional = may be empty
hint-said-consult = with whom, and what was settled; may be empty
hint-said-contact = how, and what was answered; may be empty
hint-said-up = what was reported and answered; may be empty
hint-unchanged = empty now
hint-amend-reason = needed for kind, community, limit once signed
hint-unreviewed = why it is closed without an accepted reply
problem-not-chosen = choose one
problem-not-a-count = a count, e.g. 2
problem-not-gone-through = go through the points first
problem-masked = keep every ** or retype the field
pick-granted = granted
act-not-chosen = not chosen
act-no-unit-chosen = not chosen
act-taken = Chosen: { $units }
act-hint-text = F2 saves, Enter or Tab next, Enter on the last saves, Esc back
act-hint-lines = F2 saves, Enter new line, paste works, Tab next, Esc back
act-hint-choice = Left, Right, Space change, Enter next, F2 saves, Esc back
act-hint-tick = Space ticks and goes on, Up and Down move, F2 saves, Esc back
act-hint-unit = Letters narrow, Up and Down choose, Enter next, F2 saves, Esc back
act-hint-units = Letters narrow, Space adds, Enter next, F2 saves, Esc back
note-asked = Asked: { $text }
note-asked-in-time = { $clock }: window until { $due }, asked { $met }
note-asked-late = { $clock }: window until { $due }, asked { $met }, after it
act-reading-more = { $above } lines above, { $below } below; PgUp, PgDn
note-running = { $clock }: until { $due }, { $left } left
note-expired = { $clock }: was until { $due }; still possible, marked late
note-overdue = { $clock }: was due { $due }, overdue by { $late }
note-void = All its clocks stop. An undo brings it back.
note-close = The latest reply is not accepted; to close it all the same takes a reason.
note-decide-extension = Once granted, the limits of close and reply follow the new time.
note-lead = Who led assists from then on; the new lead answers for the reply.
note-amend = Change what stands there; ** is masked, and kept while it is left alone
note-escalate-community = { $unit } is a community: to its secretary
note-escalate-department = { $unit } is a department: to its leader in charge
note-not-approved = not approved
outcome-accepted = Verdict: accepted
outcome-nonstandard = Verdict: nonstandard, back for a new reply: { $faults }
notice-act-draft-kept = { $act } not saved is kept; open it again to go on
notice-act-draft-back = Going on with the { $act } that was not saved
notice-says-too-little = To look among all cases type at least three letters or digits, or one Chinese sign
notice-not-found = No case has a number ending in { $typed }, nor this in its text, answers, notes or phone
notice-found-more = { $total } cases found, the latest { $shown } are listed; type more to narrow it down
notice-another-reply = This is another reply now; the checklist begins anew
notice-changed-meanwhile = { $number } has just changed elsewhere; look before you go on, what you typed is all here

## Suggestions

action-suggestions = See what is suggested: accept or dismiss
short-suggestions = suggestions
action-dismiss = Dismiss, with a reason
short-dismiss = dismiss
scope-suggest = Suggestions
scope-suggest-reason = Reason of a dismissal
notice-nothing-suggested = nothing is suggested about { $number }
suggest-title = Suggested for { $number }
suggest-hint = Enter accepts, n dismisses, Esc leaves
suggest-reason = Reason
suggest-reason-hint = Enter logs the dismissal, Esc leaves
suggest-no-reason = say why it is dismissed
page-suggested = { $name } { $rule }: { $reasons }
page-suggestions = Suggested (i accepts or dismisses)
reason-phone = same phone as { $number } ({ $at })
reason-text = text { $percent }% like { $number } ({ $at })
reason-place = same address as { $number } ({ $at }), text { $percent }% alike
reason-words = speaks of { $words }
reason-nobody-holds = passed on, and nobody holds it
reason-transfers = passed on { $count } times
reason-tagged = tagged { $tag }
reason-complaints = { $count } complaints in one matter
reason-bad-ratings = { $count } bad ratings in one matter
reason-no-lead = { $units } units and no lead
label-suggestions = suggested

# Erasing names and numbers of long closed cases.
help-anonymise = erase citizens' names, numbers, addresses and letters of cases that ended long ago; says what first, does it with --yes
help-arg-anonymise-older-than = closed how long ago; by default the policy's age
help-arg-anonymise-yes = erase them for good
anonymise-none = no case that ended before { $at } has a citizen's name, number or address left
anonymise-would = would erase the citizens of { $cases } cases (ended { $from } to { $to }):
anonymise-done = erased the citizens of { $cases } cases (ended { $from } to { $to }):
anonymise-what = { $names } names, { $phones } phone numbers, { $addresses } addresses, their letters, and what of them stands in { $texts } subjects, replies and remarks
anonymise-elsewhere = what of them stands in { $count } texts of other cases and of the roster
anonymise-messages = { $count } messages a phone forwarded
anonymise-keeps = counts, limits, responsibility and statistics stay as they are, and the record says that words were erased; earlier backups, exported logs and lists still hold them
anonymise-copy = this copy still holds them (a daily one goes when its time comes; it may be deleted): { $file }
anonymise-unswept = free pages of the file may still hold some of it (another window is at the store); close the others and run anonymise --yes again
anonymise-asks = nothing is erased yet; add --yes to erase for good

## Summary, bulletin, accountability

report-week = week { $name } ({ $from } to { $to })
report-month = month { $name }
report-running = the period still runs: figures as of { $at }
report-made = made { $at }
report-gaps = no calendar data for { $years }: working days go by Monday to Friday
report-judged = each judged by the revision (policy and calendar) of its case, whatever changes later: { $revisions }
report-judged-by = { $count } by { $revision }
report-unranked = from before the first day, not ranked
report-excused = no neglect ({ $by }: { $reason })
report-count = { $what } { $count }
report-none = none
report-by-community = By community
report-by-kind = By kind
report-times-by-community = Signing and dispatching by community
report-times-by-kind = Signing and dispatching by kind
report-col-at = When
report-col-number = Case
report-col-title = Subject
report-col-verdict = Verdict
report-col-late = Late by
report-col-answers = Answers
report-col-because = Rests on
report-col-revision = Revision
report-col-hour = Hour
report-col-day = Day
report-col-took = Took
report-col-limit-of = Limit
report-col-standing-of = Outcome
report-col-when = When
report-col-rule = Rule
report-col-begun = Since
report-col-listed = Listed
report-col-field = Field
report-col-weekday = Day
report-col-day-kind = Kind
report-col-holiday = Holiday
report-col-on-duty = On duty
report-col-by-week = By week
report-col-stand-in = Stand-in
report-col-handed-to = Handed to
report-col-acknowledged = Seen
report-col-this-period = This
report-col-period-before = Before
report-col-figure = What
report-col-step = Step
report-col-done = Done
report-col-in-time = In time
report-col-too-late = Late
report-col-median = Median
report-col-worst = Longest
report-of-step = { $step } { $what }
report-col-due = Due
report-col-kind = Kind
report-col-community = Community
report-col-stage = Stage
report-col-owed = Owed
report-col-received = Received
report-col-rank = Rank
report-col-change = Change
report-col-unit = Unit
report-col-score = Score
report-col-given = Given
report-col-handled = Closed
report-col-how = How the score came about
report-col-lapses = Lapses
report-col-address = Address
report-col-cases = Cases
report-col-who = Who
report-col-follows = What follows
report-col-since = Since
report-col-count = Stand
report-col-limit = Limit
report-col-standing = Standing
lapse-late-sign = late sign
lapse-late-reply = late reply
lapse-late-close = late close
lapse-nonstandard = nonstandard
lapse-bad-rating = bad rating
ladder-step-weekly-statement = statement at the weekly meeting
ladder-step-office-statement = statement at the office's meeting
ladder-step-accountability = accountability by the efficiency office
ladder-step-discipline = discipline committee
summary-title = Summary of { $day }
summary-notes = { $post } on duty; received { $received }, signed { $signed }, dispatched { $dispatched }, closed { $closed }
summary-timings = Times
summary-breaches = Missed on the day
summary-no-breaches = nothing was missed
summary-handover = Handover
summary-handed-over = handed to { $post } at { $at }
summary-not-handed-over = not handed over yet; { $post } is on duty tomorrow
summary-due-tomorrow = Due tomorrow (for { $post })
summary-overdue = Overdue
summary-by-hour = Received by hour
summary-sign-times = Street signs against their limits
summary-dealings = Besides
summary-replies = replies { $replied }; reviews accepted { $accepted }, nonstandard { $nonstandard }
summary-calls = phone reminders { $calls }, answered { $answered }
summary-open = open { $open }, overdue { $overdue }
summary-told = reminders: { $told }
bulletin-title = Bulletin { $period }
bulletin-notes = received { $received }, closed { $closed }, lapses { $lapses }
bulletin-weights = everybody begins with { $base }; each: { $weights } (revision { $revision })
bulletin-weights-before = the period before went by the weights of revision { $revision }
bulletin-first-day = in use since { $day }: earlier cases are not ranked; the totals hold { $count } of them
bulletin-ranking = Ranking
bulletin-scores = Scores
bulletin-score-chart = Scores, this period and the one before
bulletin-compared = Against the period before
bulletin-by-day = Lapses by day
bulletin-satisfaction = Satisfaction
bulletin-satisfaction-line = rated { $rated }: satisfied { $satisfied }, basically { $basically }, dissatisfied { $dissatisfied }; { $rate } content
bulletin-unrated = no ratings
bulletin-faults = Why nonstandard
bulletin-lapses = Lapses
bulletin-repeated = Repeated addresses
bulletin-idle = no cases
bulletin-new = new
ladder-title = Accountability { $period }
ladder-notes = only lapses of diligence count; excused ones are listed beside (revision { $revision })
ladder-standings = Standing
ladder-nobody = nobody has a lapse
ladder-cases = Cases of { $who }
ladder-last = Last by month
ladder-last-running = the month still runs: who is last stands when it is over
ladder-last-month = { $month } { $who } (revision { $revision })
ladder-reached = reached ({ $at }), not carried out yet
ladder-done = carried out ({ $at })
ladder-left = { $left } more
help-summary = the day's summary: received, signed, dispatched, missed and by whom, due tomorrow
help-arg-summary-date = which day, today by default
help-bulletin = the weekly bulletin or monthly ranking, with how each score came about
help-arg-period = 2026-W47 (week) or 2026-11 (month), this week by default
help-oversight = the accountability ladder: how far each post, unit and person is from the next step
help-arg-oversight-period = which month, e.g. 2026-11, this month by default
help-arg-out = write to a file, by its ending: .xlsx, .csv, .md, .html, .json
help-step = log that a step of accountability was carried out
help-arg-step-step = which step
help-arg-step-who = whom it concerned: post:A, unit:NAME, or unit:NAME/PERSON
expected-period = expected a week or a month such as 2026-W47 or 2026-11
expected-month = expected a month such as 2026-11
expected-subject = expected post:A, unit:NAME or unit:NAME/PERSON
error-out-format = { $file } has no ending that is known
error-out-format-mend = expected one of { $known }
written-to = written to { $file }
list-title = Cases { $at }
list-notes = { $count } cases
list-sheet = Cases
list-col-tags = Tags
list-col-close-due = Close due

# The boards of the summary, the bulletin and the ladder
action-day-summary = The day's summary
action-bulletin = The bulletin
action-ladder = Accountability
action-earlier = The period before
action-later = The period after
action-week-or-month = The week's bulletin, or the month's
action-step-done = Log a step that was carried out
action-excuse-lapse = Say that this lapse was no neglect
action-export-report = Write it to xlsx, html and md files
short-earlier = earlier
short-later = later
short-week-or-month = week/month
short-step-done = carried out
short-excuse-lapse = excuse
short-export-report = export
scope-report-ask = summary, accountability: a note
board-as-of = as of { $at }
face-overview = At a glance
face-late = Missed { $count }
face-due = Open { $count }
face-groups = By group
face-parts = Groups and reasons
board-median = median
board-worst = longest
board-late = late
board-excused = excused
board-rank = rank
board-moved = move
board-given = given
board-handled = done
board-late-sign = sign
board-late-reply = reply
board-late-close = close
board-nonstandard = back
board-bad-rating = bad
board-no-note = no note; press o to write one
board-no-lapse = nothing counts against them
board-answers = answers: { $who }
board-because = rests on { $facts }
board-revision = revision { $revision }
board-met-late = due { $due }, done { $met }, late by { $span }
board-unmet = due { $due }, not done, late by { $span }
board-unit-place = { $unit } place { $rank } ({ $moved }), score { $score }
board-unit-work = given { $given }, closed { $handled }
board-step = { $step }: { $count }/{ $limit } since { $since }
board-step-left = { $left } more: { $step }
board-step-reached = ! { $step } is due
board-step-done = ✓ { $step }
board-ask-step = Log for { $who }: "{ $step }" was carried out.
board-ask-which = Enter logs it, Tab another step, Esc leaves it for now
board-ask-hint = Enter logs it, Esc leaves it for now (the text stays)
ladder-short-weekly-statement = weekly
ladder-short-office-statement = office
ladder-short-accountability = efficiency
ladder-short-discipline = discipline
notice-note-kept = the note is kept; the same key goes on with it
notice-step-logged = logged: { $who }, { $step }
notice-step-done-before = { $who }: { $step } was logged at { $at }
notice-step-not-reached = { $who }: not reached, { $left } more until { $step }
notice-no-lapse-in-hand = open somebody with Enter and put the hand on the case first
shift-see-summary = { $key } shows it and takes the handover note
shift-see-bulletin = { $key } shows it
