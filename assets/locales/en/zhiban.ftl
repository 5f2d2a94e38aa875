### Every text of the duty desk. The keys are those of zh-CN/zhiban.ftl, one for one.

## People and units

actor-post = Post { $post }
actor-system = system
actor-with-person = { $actor } { $person }

## Kinds, tags, stages

kind-ordinary = ordi
kind-urgent = urg
kind-waste-sorting = wast
kind-inspection = insp
kind-call-up = call
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
countdown-days = { $days }d{ $hours }h

## Why an act is refused

refusal-unknown-case = there is no case { $number }
refusal-already-there = { $number } is in the store already
refusal-future = { $at } has not come yet; the future cannot be logged
refusal-before-receipt = earlier than the receipt at { $at }
refusal-already-done = done already: { $who } { $what } at { $at }
refusal-already-before = done before the desk knew the case
refusal-closed = the case is closed
refusal-closed-by = { $who } closed it at { $at }
refusal-void = { $who } voided it at { $at }
refusal-not-closed = not closed yet ({ $stage })
refusal-not-on-case = { $unit } is not on the case
refusal-which-unit = say which unit
refusal-not-lead = { $lead } leads, not { $unit }
refusal-nobody-leads = nobody leads yet, so { $unit } cannot
refusal-no-reply = there is no reply yet
refusal-already-reviewed = the latest reply is reviewed already
refusal-already-reviewed-by = { $who } reviewed the latest reply at { $at }
refusal-not-accepted = the latest reply is not accepted
refusal-needs-reason = a reason is needed
refusal-no-units = no unit was chosen
refusal-one-lead = exactly one unit leads, and no unit stands twice
refusal-no-community = the case has no community; decide it first, or choose a unit with d
refusal-no-close-due = a grant needs the new close time
refusal-no-bad-rating = no bad rating stands
refusal-no-open-appeal = no appeal is open
refusal-no-look-back = no look-back is owed
refusal-tag-unchanged = the tag would not change
refusal-nothing-changed = nothing would change
refusal-nothing-to-undo = there is nothing to undo
refusal-no-such-fact = no fact { $id } stands
refusal-receipt-stands = a receipt cannot be undone; void the case instead
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
problem-too-long = too long; cut
problem-future = received later than now
