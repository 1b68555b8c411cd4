import Access
package import Partnership

/// People who sign in: organisations, accounts, sessions, and the reading of the audit trail.
package enum Accounts {
  /// Where a person lands after signing in.
  package static let home = "/indicators"

  /// All that Application sees beside ``Sessions``, ``SessionCookie`` and ``AccountsStore``.
  package static let feature: Feature = {
    var feature = Feature(name: "accounts")
    feature.migrations = AccountsMigrations.all
    feature.publicSections = EntryRoute.sections
    feature.publicPages = { visit in try SignInHandlers.answer(visit) }
    feature.staffSections = ["account", "admin"]
    feature.staffPages = { visit in
      // The site then answers as it does for a page that is not there at all, word for word.
      do {
        return try OwnHandlers.answer(visit) ?? AdminHandlers.answer(visit)
      } catch AccountsProblem.notFound { return nil }
    }
    feature.navigation = [
      NavigationEntry(
        "Accounts", path: AdminRoute.first.path, roles: [.administrator, .auditor],
        group: .running)
    ]
    feature.commands = AccountCommands.all + OrganisationCommands.all + OperatorCommands.all
    feature.jobs = [Reseal.job]
    feature.actions = AccountsActions.words
    feature.personalData = [AccountPersonalData.source]
    feature.demonstrate = { world, services in try Demonstration.make(world, services) }
    return feature
  }()
}
