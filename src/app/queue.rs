//! The queue as the screen shows it: the cases in their order, the groups, the lines, and the hand that stands on a case.
//!
//! A key moves over ready-made lines; sorting happens only when rows, grouping or search change, and one changed row is put
//! in its place without sorting the rest. The hand is held by case number. Used by `model` and `update`; drawn by `view`.

mod arrangement;
mod group;
mod hand;
mod search;

use std::collections::{BTreeSet, HashMap};
use std::iter;

use super::cells::cells;
use super::msg::Entry;
use crate::domain::ids::{Number, Stage};
use crate::domain::policy::Policy;
use crate::domain::queue::Row;
use crate::domain::time::Stamp;

use arrangement::Arrangement;
pub use group::{Group, Grouping, Seat};
use search::Search;
pub use search::texts as found_by;

/// When more cases change at once, the orders that are not shown are made anew later, rather than each kept in step.
const MANY: usize = 100;

/// One line of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// The title of a group, by its place among the shown groups.
    Title(usize),
    /// A case, by its slot.
    Case(usize),
}

/// A group as shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Which group.
    pub group: Group,
    /// The line of its title.
    pub line: usize,
    /// How many cases it has.
    pub cases: usize,
    /// When the most urgent clock of its cases is due.
    pub due: Option<Stamp>,
}

/// The queue.
#[derive(Debug, Clone, Default)]
pub struct Queue {
    slots: Vec<Option<Entry>>,
    free: Vec<usize>,
    by_number: HashMap<Number, usize>,
    /// The order on the screen.
    arranged: Arrangement,
    /// The orders of other groupings that were looked at, or made ready.
    kept: Vec<Arrangement>,
    /// Due times of the most urgent clocks, in order.
    dues: Vec<Stamp>,
    seat: Seat,
    /// When time alone brings some case another step; it may be earlier, where that case has left.
    next_step: Option<Stamp>,
    search: Search,
    lines: Vec<Line>,
    groups: Vec<Shown>,
    /// The line of each slot, as far as it is shown.
    line_of: Vec<Option<usize>>,
    selected: Option<Number>,
    /// Where the hand stood when its case left.
    last_line: usize,
    marked: BTreeSet<Number>,
    /// Which state of its case each slot holds; no two are the same.
    states: Vec<u64>,
    /// The last state that was given.
    last_state: u64,
    /// How many cases stand in each stage, in the order of `Stage::ALL`.
    stages: [usize; Stage::ALL.len()],
    widest_number: u16,
}

/// Does the case wait for somebody to decide its kind or community?
#[must_use]
pub fn needs_decision(row: &Row) -> bool {
    row.community.is_none() || row.tags.contains(&crate::domain::ids::Tag::Undecided)
}

impl Queue {
    /// Puts these cases in the place of all.
    pub fn load(&mut self, entries: Vec<Entry>, policy: &Policy) {
        self.by_number = entries
            .iter()
            .enumerate()
            .map(|(i, e)| (e.row.number.clone(), i))
            .collect();
        self.slots = entries.into_iter().map(Some).collect();
        // A number that came twice keeps its last row.
        for (i, slot) in self.slots.iter_mut().enumerate() {
            if slot
                .as_ref()
                .is_some_and(|e| self.by_number.get(&e.row.number) != Some(&i))
            {
                *slot = None;
            }
        }
        self.states.clear();
        let last = self.slots.len() as u64;
        self.states
            .extend((self.last_state + 1..).take(self.slots.len()));
        self.last_state += last;
        self.free.clear();
        self.search.forget_texts();
        self.kept.clear();
        self.arrange(self.grouping(), policy);
        self.next_step = self.next_change(self.seat.now);
        let marked = std::mem::take(&mut self.marked);
        self.marked = marked
            .into_iter()
            .filter(|n| self.by_number.contains_key(n))
            .collect();
        self.dues = self.rows().filter_map(|r| r.next?.due).collect();
        self.dues.sort_unstable();
        self.widest_number = self
            .rows()
            .map(|r| cells(r.number.as_str()))
            .max()
            .unwrap_or(0);
        self.stages = [0; Stage::ALL.len()];
        let stages: Vec<Stage> = self.rows().map(Row::stage).collect();
        for stage in stages {
            self.count(stage, true);
        }
        self.refresh_hits(policy);
        self.lay_out();
        if self.selected.is_none() {
            self.first();
        }
    }

    fn arrange(&mut self, grouping: Grouping, policy: &Policy) {
        self.arranged = self.in_order(grouping, policy);
    }

    fn in_order(&self, grouping: Grouping, policy: &Policy) -> Arrangement {
        Arrangement::new(grouping, &self.slots, policy, self.seat)
    }

    /// Puts the cases in the order of the next grouping that is not kept, while nobody waits for it.
    pub fn make_ready(&mut self, policy: &Policy) {
        let shown = self.grouping();
        let mut others = iter::successors(Some(shown.next()), |grouping| Some(grouping.next()))
            .take_while(|grouping| *grouping != shown);
        let is_kept = |grouping| self.kept.iter().any(|a| a.grouping() == grouping);
        if let Some(grouping) = others.find(|grouping| !is_kept(*grouping)) {
            let arrangement = self.in_order(grouping, policy);
            self.kept.push(arrangement);
        }
    }

    fn count(&mut self, stage: Stage, comes: bool) {
        let place = Stage::ALL.iter().position(|s| *s == stage);
        if let Some(count) = place.and_then(|p| self.stages.get_mut(p)) {
            *count = if comes {
                *count + 1
            } else {
                count.saturating_sub(1)
            };
        }
    }

    /// Puts changed cases in their places; none for one that left the queue. Nothing else moves.
    pub fn apply(&mut self, changes: Vec<(Number, Option<Entry>)>, policy: &Policy) {
        if changes.is_empty() {
            return;
        }
        let was_empty = self.is_empty();
        if changes.len() > MANY {
            self.kept.clear();
        }
        for (number, entry) in changes {
            self.take_out(&number);
            match entry {
                Some(entry) => self.put_in(entry, policy),
                None => {
                    self.marked.remove(&number);
                    if self.selected.as_ref() == Some(&number) {
                        self.selected = None;
                    }
                }
            }
        }
        self.lay_out();
        // There is no other case a key could have been meant for.
        if was_empty {
            self.first();
        }
    }

    fn take_out(&mut self, number: &Number) {
        let Some(i) = self.by_number.get(number).copied() else {
            return;
        };
        if self.selected.as_ref() == Some(number) {
            self.last_line = self.line_of.get(i).copied().flatten().unwrap_or(0);
        }
        self.arranged.take(&self.slots, i);
        for arrangement in &mut self.kept {
            arrangement.take(&self.slots, i);
        }
        let Some(entry) = self.slots.get_mut(i).and_then(Option::take) else {
            return;
        };
        self.by_number.remove(number);
        self.free.push(i);
        self.count(entry.row.stage(), false);
        if let Some(due) = entry.row.next.and_then(|c| c.due) {
            let at = self.dues.partition_point(|d| *d < due);
            if self.dues.get(at) == Some(&due) {
                self.dues.remove(at);
            }
        }
        self.search.remove(i);
    }

    fn put_in(&mut self, entry: Entry, policy: &Policy) {
        self.count(entry.row.stage(), true);
        if let Some(due) = entry.row.next.and_then(|c| c.due) {
            let at = self.dues.partition_point(|d| *d < due);
            self.dues.insert(at, due);
        }
        let i = self.free.pop().unwrap_or(self.slots.len());
        if i == self.slots.len() {
            self.slots.push(None);
            self.states.push(0);
        }
        self.last_state += 1;
        if let Some(state) = self.states.get_mut(i) {
            *state = self.last_state;
        }
        let number = entry.row.number.clone();
        self.widest_number = self.widest_number.max(cells(number.as_str()));
        self.search.put(i, &entry.row, policy);
        let change = entry.row.plan.next_change(self.seat.now);
        self.next_step = [self.next_step, change].into_iter().flatten().min();
        if let Some(slot) = self.slots.get_mut(i) {
            *slot = Some(entry);
        }
        self.by_number.insert(number, i);
        self.arranged.put(&self.slots, i, policy, self.seat);
        for arrangement in &mut self.kept {
            arrangement.put(&self.slots, i, policy, self.seat);
        }
    }

    /// Makes the lines from the order and the search.
    fn lay_out(&mut self) {
        self.lines.clear();
        self.groups.clear();
        for (group, slots) in self.arranged.groups() {
            let line = self.lines.len();
            self.lines.push(Line::Title(self.groups.len()));
            let case = |slot: &usize| Line::Case(*slot);
            if self.search.is_on() {
                let shown = slots.iter().filter(|slot| self.search.shows(**slot));
                self.lines.extend(shown.map(case));
            } else {
                self.lines.extend(slots.iter().map(case));
            }
            let Some(Line::Case(first)) = self.lines.get(line + 1) else {
                self.lines.pop();
                continue;
            };
            self.groups.push(Shown {
                group: group.clone(),
                line,
                cases: self.lines.len() - line - 1,
                due: self.arranged.place(*first).and_then(|p| p.due),
            });
        }
        self.line_of.clear();
        self.line_of.resize(self.slots.len(), None);
        for (n, line) in self.lines.iter().enumerate() {
            if let Line::Case(slot) = line
                && let Some(place) = self.line_of.get_mut(*slot)
            {
                *place = Some(n);
            }
        }
    }

    /// Groups the cases otherwise.
    pub fn regroup(&mut self, grouping: Grouping, policy: &Policy) {
        if grouping == self.grouping() {
            return;
        }
        let kept = self.kept.iter().position(|a| a.grouping() == grouping);
        let before = match kept {
            Some(kept) => {
                let found = self.kept.swap_remove(kept);
                std::mem::replace(&mut self.arranged, found)
            }
            None => {
                let before = std::mem::take(&mut self.arranged);
                self.arrange(grouping, policy);
                before
            }
        };
        self.kept.push(before);
        self.lay_out();
    }

    /// Says who looks at the queue and when. Where the next step decides the groups, cases move when time or another post
    /// on duty has brought them another one, and only then. Says whether any line may have moved.
    pub fn seen_from(&mut self, seat: Seat, policy: &Policy) -> bool {
        let same_posts = (seat.post, seat.on_duty) == (self.seat.post, self.seat.on_duty);
        // A clock that was put back undoes what it brought.
        let same_steps = seat.now >= self.seat.now && self.next_step.is_none_or(|t| seat.now < t);
        self.seat = seat;
        if same_posts && same_steps {
            return false;
        }
        self.next_step = self.next_change(seat.now);
        self.kept.retain(|a| !a.grouping().by_step());
        let moves = self.grouping().by_step();
        if moves {
            self.arrange(self.grouping(), policy);
            self.lay_out();
        }
        moves
    }

    fn next_change(&self, now: Stamp) -> Option<Stamp> {
        self.rows().filter_map(|r| r.plan.next_change(now)).min()
    }

    /// When time alone brings some case another step.
    #[must_use]
    pub const fn next_step(&self) -> Option<Stamp> {
        self.next_step
    }

    /// How the cases are grouped.
    #[must_use]
    pub const fn grouping(&self) -> Grouping {
        self.arranged.grouping()
    }

    /// Shows only the cases in which the typed text is found; an empty one shows all. When the case in hand is not among
    /// them, the hand goes to the first that is.
    pub fn look_for(&mut self, typed: &str, policy: &Policy) {
        if typed.is_empty() && !self.search.typed().is_empty() {
            self.let_go();
        }
        let rows = self.slots.iter().map(|s| s.as_ref().map(|e| &e.row));
        self.search.look_for(typed, rows, policy);
        self.lay_out();
        if self.selected_line().is_none() {
            self.first();
        }
    }

    /// Cases that are done with stood here because they were looked for; the one in hand stays.
    fn let_go(&mut self) {
        let ended = |row: &&Row| !row.is_in_queue() && self.selected.as_ref() != Some(&row.number);
        let numbers: Vec<Number> = self
            .rows()
            .filter(ended)
            .map(|r| r.number.clone())
            .collect();
        for number in numbers {
            self.take_out(&number);
            self.marked.remove(&number);
        }
    }

    /// Shows these cases among what was found: what is typed stands in them where no row shows it.
    pub fn show_besides(&mut self, numbers: BTreeSet<Number>) {
        self.search.besides = numbers;
        self.hit_besides();
        self.lay_out();
        if self.selected_line().is_none() {
            self.first();
        }
    }

    fn hit_besides(&mut self) {
        let by_number = &self.by_number;
        let slots: Vec<usize> = self
            .search
            .besides
            .iter()
            .filter_map(|n| by_number.get(n).copied())
            .collect();
        self.search.hit(&slots);
    }

    fn refresh_hits(&mut self, policy: &Policy) {
        if self.search.is_on() {
            let typed = self.search.typed().to_owned();
            let rows = self.slots.iter().map(|s| s.as_ref().map(|e| &e.row));
            self.search.look_for(&typed, rows, policy);
            self.hit_besides();
        }
    }

    /// What is looked for; empty when all cases are shown.
    #[must_use]
    pub fn looked_for(&self) -> &str {
        self.search.typed()
    }

    fn rows(&self) -> impl Iterator<Item = &Row> {
        self.slots.iter().flatten().map(|e| &e.row)
    }

    /// The case of a slot.
    #[must_use]
    pub fn entry(&self, slot: usize) -> Option<&Entry> {
        self.slots.get(slot)?.as_ref()
    }

    /// The case of a number.
    #[must_use]
    pub fn find(&self, number: &Number) -> Option<&Entry> {
        self.entry(*self.by_number.get(number)?)
    }

    /// As long as it is the same, so is what is known of the case of a slot.
    #[must_use]
    pub fn state(&self, slot: usize) -> u64 {
        self.states.get(slot).copied().unwrap_or(0)
    }

    /// The same of a case in the queue.
    #[must_use]
    pub fn state_of(&self, number: &Number) -> Option<u64> {
        self.by_number.get(number).map(|slot| self.state(*slot))
    }

    /// The lines.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The groups that have a case to show, in order.
    #[must_use]
    pub fn groups(&self) -> &[Shown] {
        &self.groups
    }

    /// The group in which a line lies, by its place.
    #[must_use]
    pub fn group_at(&self, line: usize) -> Option<usize> {
        self.groups
            .partition_point(|g| g.line <= line)
            .checked_sub(1)
    }

    /// How many cases there are, shown or not.
    #[must_use]
    pub fn len(&self) -> usize {
        self.arranged.order().len()
    }

    /// Is there no case at all?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.arranged.order().is_empty()
    }

    /// How many cases are shown.
    #[must_use]
    pub fn shown(&self) -> usize {
        self.lines.len() - self.groups.len()
    }

    /// How many cases stand in a stage.
    #[must_use]
    pub fn in_stage(&self, stage: Stage) -> usize {
        let place = Stage::ALL.iter().position(|s| *s == stage);
        place.and_then(|p| self.stages.get(p)).copied().unwrap_or(0)
    }

    /// How many cases owe something that was due before `now` (T11).
    #[must_use]
    pub fn overdue(&self, now: Stamp) -> usize {
        self.dues.partition_point(|d| *d < now)
    }

    /// The first due time from `now` on.
    #[must_use]
    pub fn next_due(&self, now: Stamp) -> Option<Stamp> {
        self.dues.get(self.overdue(now)).copied()
    }

    /// Cells of the widest number there was.
    #[must_use]
    pub const fn widest_number(&self) -> u16 {
        self.widest_number
    }
}
