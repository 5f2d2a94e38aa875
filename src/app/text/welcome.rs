//! The words of the first start.

use super::{Texts, say};
use crate::app::welcome::Sitting;
use crate::domain::policy::Policy;

impl Texts {
    /// Who may sit here, and what that means.
    #[must_use]
    pub fn sitting(&self, sitting: Sitting, policy: &Policy) -> (String, String) {
        match sitting {
            Sitting::At(post) => {
                let its = policy.communities.iter().filter(|c| c.post == post);
                let names: Vec<&str> = its.map(|c| c.name.as_str()).collect();
                (self.post(post), names.join(&say!(self, "list-separator")))
            }
            Sitting::Leader => (
                say!(self, "welcome-leader"),
                say!(self, "welcome-leader-hint"),
            ),
        }
    }

    /// What became of the settings file, and whether it is well.
    #[must_use]
    pub fn welcome_kept(&self, kept: Option<&Result<String, String>>) -> (String, bool) {
        match kept {
            None => (say!(self, "welcome-keeping"), true),
            Some(Ok(file)) => (say!(self, "welcome-kept", file = file.as_str()), true),
            Some(Err(problem)) => {
                let problem = problem.as_str();
                (say!(self, "welcome-not-kept", problem = problem), false)
            }
        }
    }

    /// What became of the test notification, and whether it is well.
    #[must_use]
    pub fn welcome_shown(&self, shown: Option<&Result<String, String>>) -> (String, bool) {
        match shown {
            None => (say!(self, "welcome-trying"), true),
            Some(Ok(server)) => (say!(self, "welcome-shown", server = server.as_str()), true),
            Some(Err(problem)) => {
                let problem = problem.as_str();
                (say!(self, "welcome-not-shown", problem = problem), false)
            }
        }
    }
}
