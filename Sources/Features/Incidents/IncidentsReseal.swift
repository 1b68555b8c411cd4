import Jobs
import Partnership

/// Seals the refused rows under the newest version of the key, after a rotation.
enum IncidentsReseal {
  static let job = JobKind<Services>.resealing(
    "incidents", "refused rows",
    [
      { services, last, write in
        try RefusedRowStore(keyring: services.keyring).sealAnew(after: last, in: write)
      }
    ])
}
