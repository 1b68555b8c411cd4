internal import Jobs
internal import Partnership

/// Seals the register under the newest version of the key, after a rotation.
enum OrdersReseal {
  static let job = JobKind<Services>.resealing(
    "orders", "orders",
    [
      { services, last, write in try OrderStore(services).sealAnew(after: last, in: write) },
      { _, _, write in
        try EqualityTally.forgetAll(in: write)
        return []
      },
    ])
}
