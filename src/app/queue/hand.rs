//! The hand that stands on a case, held by its number, and the marks on cases.

use super::{Line, Queue};
use crate::app::msg::Entry;
use crate::domain::ids::Number;

impl Queue {
    /// The case in hand.
    #[must_use]
    pub fn selected(&self) -> Option<&Entry> {
        self.find(self.selected.as_ref()?)
    }

    /// Which state of it that is ([`Queue::state`]).
    #[must_use]
    pub fn selected_state(&self) -> Option<u64> {
        self.state_of(self.selected.as_ref()?)
    }

    /// The line of the case in hand, when it is shown.
    #[must_use]
    pub fn selected_line(&self) -> Option<usize> {
        let slot = self.by_number.get(self.selected.as_ref()?)?;
        self.line_of.get(*slot).copied().flatten()
    }

    /// Where the hand is, or was when its case left.
    #[must_use]
    pub fn hand(&self) -> usize {
        self.selected_line().unwrap_or(self.last_line)
    }

    /// How many cases are shown above the hand, and itself.
    #[must_use]
    pub fn ordinal(&self) -> usize {
        self.selected_line().map_or(0, |line| {
            line + 1 - self.group_at(line).map_or(0, |g| g + 1)
        })
    }

    /// Puts the hand on a case.
    pub fn select(&mut self, number: &Number) {
        if self.by_number.contains_key(number) {
            self.selected = Some(number.clone());
            self.last_line = self.selected_line().unwrap_or(0);
        }
    }

    /// Puts the hand on the case at a line, or on the nearest below it, else above it.
    pub fn select_line(&mut self, line: usize) {
        let (above, below) = self
            .lines
            .split_at_checked(line)
            .unwrap_or((&self.lines, &[]));
        let entry = below
            .iter()
            .chain(above.iter().rev())
            .find_map(|line| self.case_at(*line));
        let number = entry.map(|e| e.row.number.clone());
        match number {
            Some(number) => self.select(&number),
            None => self.selected = None,
        }
    }

    /// The cases next to the hand: the first below it, then the first above it.
    pub fn neighbours(&self) -> impl Iterator<Item = &Entry> {
        let line = self.selected_line();
        let around = line.and_then(|line| self.lines.split_at_checked(line));
        let (above, below) = around.unwrap_or_default();
        let case = |line: &Line| self.case_at(*line);
        let below = below.iter().skip(1).find_map(case);
        below.into_iter().chain(above.iter().rev().find_map(case))
    }

    fn case_at(&self, line: Line) -> Option<&Entry> {
        match line {
            Line::Case(slot) => self.entry(slot),
            Line::Title(_) => None,
        }
    }

    pub(super) fn first(&mut self) {
        self.select_line(0);
    }

    /// Moves the hand by so many cases, down positive. A hand whose case left comes down where it was.
    pub fn step(&mut self, cases: isize) {
        let Some(line) = self.selected_line() else {
            self.select_line(self.last_line);
            return;
        };
        let is_case = |l: &usize| matches!(self.lines.get(*l), Some(Line::Case(_)));
        let steps = cases.unsigned_abs();
        let target = if cases >= 0 {
            (line + 1..self.lines.len())
                .filter(is_case)
                .take(steps)
                .last()
        } else {
            (0..line).rev().filter(is_case).take(steps).last()
        };
        if let Some(target) = target {
            self.select_line(target);
        }
    }

    /// Puts the hand on the first case of a shown group; false when there is no such group.
    pub fn select_group(&mut self, place: usize) -> bool {
        let Some(line) = self.groups.get(place).map(|g| g.line) else {
            return false;
        };
        self.select_line(line);
        true
    }

    /// The marked cases in their order on the screen, hidden ones too.
    #[must_use]
    pub fn marked(&self) -> Vec<&Entry> {
        if self.marked.is_empty() {
            return Vec::new();
        }
        self.arranged
            .order()
            .iter()
            .filter_map(|i| self.entry(*i))
            .filter(|e| self.marked.contains(&e.row.number))
            .collect()
    }

    /// How many cases are marked.
    #[must_use]
    pub fn marks(&self) -> usize {
        self.marked.len()
    }

    /// Is the case marked?
    #[must_use]
    pub fn is_marked(&self, number: &Number) -> bool {
        self.marked.contains(number)
    }

    /// Marks the case in hand, or takes its mark off.
    pub fn toggle_mark(&mut self) {
        if let Some(number) = self.selected.clone()
            && !self.marked.remove(&number)
        {
            self.marked.insert(number);
        }
    }

    /// Takes the mark off a case.
    pub fn unmark(&mut self, number: &Number) {
        self.marked.remove(number);
    }

    /// Takes all marks off.
    pub fn unmark_all(&mut self) {
        self.marked.clear();
    }

    /// Marks every case that is shown.
    pub fn mark_shown(&mut self) {
        let shown: Vec<Number> = self
            .lines
            .iter()
            .filter_map(|line| self.case_at(*line))
            .map(|e| e.row.number.clone())
            .collect();
        self.marked.extend(shown);
    }
}
