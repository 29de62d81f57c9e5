//! Numbers that look random and are the same everywhere, every time.

/// SplitMix64 (Steele, Lea and Flood, 2014). Its few lines stand here rather than in a crate because the generated
/// tables must stay the same for ever, and generators in crates may change with their versions.
#[derive(Debug, Clone)]
pub(super) struct Random(u64);

impl Random {
    /// The stream of one purpose under a seed: what one table draws does not shift what another draws.
    pub(super) fn new(seed: u64, purpose: &str) -> Self {
        // FNV-1a, so that similar purposes begin far apart.
        let start = purpose
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        Self(start ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 up to 1.
    pub(super) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A whole number below `end`, which must not be 0.
    pub(super) fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// True this often, from 0 (never) to 1 (always).
    pub(super) fn chance(&mut self, often: f64) -> bool {
        self.unit() < often
    }

    /// One of a list that is not empty.
    pub(super) fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// The whole numbers from 1 to `last`, in any order.
    pub(super) fn order(&mut self, last: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (1..=last).collect();
        for at in (1..order.len()).rev() {
            order.swap(at, self.below(at + 1));
        }
        order
    }
}
