internal import Commands
package import Access
internal import Kernel
package import Partnership
package import Secrets

/// What leaves the partnership's record: on which gateway, basis and purpose, to whom, until when; the
/// agreements it falls under, and what others ask for.
package enum Sharing {
  /// All that Application sees beside ``register(_:_:letters:)``.
  package static let feature: Feature = {
    var feature = Feature(name: "sharing")
    feature.migrations = SharingSchema.migrations
    feature.staffSections = ["sharing"]
    feature.staffPages = { try SharingHandlers(visit: $0).respond() }
    feature.record = { path, _, _ in
      switch (path.dropFirst().first, path.dropFirst(2).first) {
      case ("requests", let text?): Reference(text).map { "share-request/\($0)" }
      case ("agreements", let text?): ID<ShareAgreement>(text).map { "share-agreement/\($0)" }
      case (let text?, _): Reference(text).map { "share/\($0)" }
      case (nil, _): nil
      }
    }
    feature.navigation = [
      NavigationEntry(
        "Sharing", path: SharingRoute.shares(ShareFilter()).path, roles: SharingPolicy.roles(.see)),
      NavigationEntry(
        "Sets of data", path: SharingRoute.sets.path,
        roles: SharingPolicy.roles(.send).subtracting(SharingPolicy.roles(.see))),
      NavigationEntry(
        "Grounds to share", path: SharingRoute.grounds.path,
        roles: SharingPolicy.roles(.readLaw).subtracting(SharingPolicy.roles(.see))),
    ]
    feature.law = [
      NavigationEntry(
        "Grounds to share", path: SharingRoute.grounds.path, roles: SharingPolicy.roles(.readLaw))
    ]
    feature.commands =
      ShareCommands.all + AgreementCommands.all + RequestCommands.all
      + KeepingCommands.all
    feature.jobs = [SharingReseal.job]
    feature.holds = { try ShareHolds.of($0, at: $1, $2) }
    feature.personalData = SharingPersonalData.sources
    feature.actions = SharingActions.words
    feature.demonstrate = { try Demonstration.make($0, $1) }
    return feature
  }()

  /// The register for features that share.
  package static func register(
    _ keyring: Keyring, _ audit: Audit, letters: String
  ) -> ShareRegister {
    let store = ShareStore(keyring: keyring, letters: letters)
    return ShareRegister(
      choices: { day, read in try GroundStore.choices(on: day, read) },
      record: { new, write in
        let share = try store.add(new, in: write)
        try audit.record(
          AuditEvent(
            actor: new.account, action: "sharing.shared", subject: "share/\(share.reference)",
            detail: share.trail, at: new.at), in: write)
        return share.reference
      },
      end: { reference, end, write in
        guard let found = try store.find(reference, write) else { return }
        try store.end(found, end, in: write)
      },
      share: { reference, read in try store.find(reference, read)?.share },
      about: { reference, read in try store.about(reference, read).map(\.share) },
      forget: { reference, write in try store.forget(about: reference, in: write) },
      formPath: { SharingRoute.record(about: $0).path })
  }
}
