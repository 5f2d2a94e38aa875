//! The words for what came in by the inbox folder.

use super::{Texts, say};
use crate::app::inflow::{Became, CameIn};
use crate::domain::arrival::Tally;
use crate::domain::clash::{Clash, What};
use crate::domain::draft::Problem;
use crate::domain::event::Assignment;
use crate::domain::ids::Number;
use crate::domain::time::Stamp;

impl Texts {
    /// What the rows of a list came to.
    #[must_use]
    pub fn tally(&self, tally: Tally) -> String {
        let mut parts = vec![say!(self, "import-new", count = tally.new)];
        if tally.amended > 0 {
            parts.push(say!(self, "import-amended", count = tally.amended));
        }
        if tally.confirmed > 0 {
            parts.push(say!(self, "import-confirmed", count = tally.confirmed));
        }
        if tally.differed > 0 {
            parts.push(say!(self, "import-differed", count = tally.differed));
        }
        parts.push(say!(self, "import-unchanged", count = tally.unchanged));
        parts.join(&say!(self, "list-separator"))
    }

    /// A problem of a row, with its column: what was found and what was expected.
    #[must_use]
    pub fn problem_in_column(&self, problem: &Problem) -> String {
        format!("{}: {}", problem.column, self.problem(problem.what))
    }

    /// One file of the inbox.
    #[must_use]
    pub fn came_in(&self, came_in: &CameIn, now: Stamp) -> String {
        let file = came_in.file.as_str();
        match &came_in.became {
            Became::List {
                tally,
                skipped,
                mend,
            } => {
                let what = self.tally(*tally);
                match mend {
                    // What has to be done comes first: the end of a line may be cut.
                    Some(mend) => say!(
                        self,
                        "inbox-skipped",
                        count = *skipped,
                        mend = mend.as_str(),
                        file = file,
                        what = what
                    ),
                    None => say!(self, "inbox-file", file = file, what = what),
                }
            }
            Became::Log {
                new,
                known,
                clashes,
            } => {
                let line = say!(self, "inbox-log", file = file, new = *new, known = *known);
                match clashes.as_slice() {
                    [] => line,
                    // What two people have to talk about comes before what file it came from.
                    [(number, clash)] => {
                        format!(
                            "{}{}{line}",
                            self.clash_of(number, clash, now),
                            say!(self, "part-separator")
                        )
                    }
                    [(number, clash), more @ ..] => say!(
                        self,
                        "inbox-clashes",
                        first = self.clash_of(number, clash, now),
                        more = more.len(),
                        line = line
                    ),
                }
            }
            Became::Unusable { problem } => say!(
                self,
                "inbox-unusable",
                file = file,
                problem = problem.as_str()
            ),
        }
    }

    /// What two desks did, with who and when.
    #[must_use]
    pub fn clash(&self, clash: &Clash, now: Stamp) -> String {
        let sides = self.sides(clash, now);
        match clash.what {
            What::Signed => say!(self, "clash-signed", sides = sides),
            What::Dispatched => say!(self, "clash-dispatched", sides = sides),
        }
    }

    /// The same, with the case they did it to.
    #[must_use]
    pub fn clash_of(&self, number: &Number, clash: &Clash, now: Stamp) -> String {
        format!("{} {}", number.as_str(), self.clash(clash, now))
    }

    fn sides(&self, clash: &Clash, now: Stamp) -> String {
        let named: Vec<String> = clash
            .sides
            .iter()
            .map(|side| self.who(&side.by, side.person.as_deref()))
            .collect();
        let sides = clash.sides.iter().zip(&named).map(|(side, who)| {
            let mut text = who.clone();
            if named.iter().filter(|n| *n == who).count() > 1 {
                text.push_str(&say!(
                    self,
                    "clash-desk",
                    desk = Self::short_desk(&side.desk)
                ));
            }
            let units = self.assigned(&side.units);
            for part in [self.dated(side.at, now), units] {
                if !part.is_empty() {
                    text.push(' ');
                    text.push_str(&part);
                }
            }
            text
        });
        let sides: Vec<String> = sides.collect();
        sides.join(&say!(self, "part-separator"))
    }

    fn assigned(&self, units: &[Assignment]) -> String {
        let units = units
            .iter()
            .map(|a| format!("{}({})", a.unit, self.role(a.role)));
        units.collect::<Vec<_>>().join(" ")
    }

    /// Everything that came in at once, in one line: what somebody has to look after is said in full.
    #[must_use]
    pub fn inflow(&self, files: &[CameIn], now: Stamp) -> String {
        if let [file] = files {
            return self.came_in(file, now);
        }
        let mut tally = Tally::default();
        let mut facts = 0;
        for file in files {
            match &file.became {
                Became::List { tally: more, .. } => tally.add(*more),
                Became::Log { new, .. } => facts += new,
                Became::Unusable { .. } => {}
            }
        }
        let mut what = self.tally(tally);
        if facts > 0 {
            what.push_str(&say!(self, "list-separator"));
            what.push_str(&say!(self, "inbox-facts", count = facts));
        }
        let care: Vec<&CameIn> = files
            .iter()
            .filter(|f| f.needs_care() || !f.clashes().is_empty())
            .collect();
        match care.first() {
            None => say!(self, "inbox-files", count = files.len(), what = what),
            Some(first) => say!(
                self,
                "inbox-files-care",
                count = files.len(),
                what = what,
                care = care.len(),
                first = self.came_in(first, now)
            ),
        }
    }
}
