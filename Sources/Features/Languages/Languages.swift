internal import Access
package import Partnership

/// Public pages in other languages: their words, who checked them, and which pages are shown in them.
package enum Languages {
  /// All that Application sees beside ``directory(_:_:)``.
  package static let feature: Feature = {
    var feature = Feature(name: "languages")
    feature.migrations = LanguageSchema.migrations
    feature.publicSections = [LanguageChoice.section]
    feature.publicPages = { try ChoiceHandler(visit: $0).respond() }
    feature.staffSections = [LanguageRoute.section]
    feature.staffPages = { try LanguageHandlers(visit: $0).respond() }
    feature.navigation = [
      NavigationEntry(
        "Languages", path: LanguageRoute.list.path, roles: LanguagePolicy.readers,
        group: .running)
    ]
    feature.commands = LanguageCommands.all
    feature.actions = LanguageActions.words
    feature.demonstrate = { world, services in try PolishDraft.make(world, services) }
    return feature
  }()
}
