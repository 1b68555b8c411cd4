internal import Jobs
internal import Partnership

/// Seals shares and requests under the newest version of the key, after a rotation.
enum SharingReseal {
  static let job = JobKind<Services>.resealing(
    "sharing", "shares and requests",
    [
      { services, last, write in try ShareStore(services).sealAnew(after: last, in: write) },
      { services, last, write in
        try KeepingStore(keyring: services.keyring).sealAnew(after: last, in: write)
      },
      { services, last, write in try RequestStore(services).sealAnew(after: last, in: write) },
    ])
}
