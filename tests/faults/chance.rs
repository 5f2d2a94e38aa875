//! Chance that can be repeated: the same seed gives the same faults.

/// A stream of numbers (`splitmix64`), no more than faults need.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// The stream of a seed; seeds beside each other give streams that have nothing in common.
    pub const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0xd134_2543_de82_ef95))
    }

    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// One of `0..count`.
    pub fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() % count.max(1) as u64).unwrap()
    }

    pub fn one_of<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, so_many: usize) -> bool {
        self.below(100) < so_many
    }
}

/// The seed of a run: `ZHIBAN_FAULTS_SEED`, or one that stays the same.
pub fn seed() -> u64 {
    let set = std::env::var("ZHIBAN_FAULTS_SEED").ok();
    set.map_or(20_261_123, |s| s.parse().expect("a number"))
}
