internal import Jobs
internal import Partnership

/// Seals the restricted list under the newest version of the key, after a rotation.
enum VehicleReseal {
  static let job = JobKind<Services>.resealing(
    "tasking", "vehicles",
    [
      { services, last, write in
        try VehicleStore(keyring: services.keyring).sealAnew(after: last, in: write)
      }
    ])
}
