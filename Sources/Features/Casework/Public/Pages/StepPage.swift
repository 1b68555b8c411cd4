internal import Markup

/// The page of a step.
struct StepPage: HTML {
  let model: StepModel

  var body: some HTML {
    switch model.step {
    case .what: WhatPage(model: model)
    case .isIt: if let exception { ExceptionPage(model: model, exception: exception) }
    case .help: if let kind = model.answers.reportKind { HelpPage(model: model, kind: kind) }
    case .now: LinePage(model: model)
    case .where: WherePage(model: model)
    case .place: PlaceChoicePage(model: model)
    case .when: WhenPage(model: model)
    case .words: WordsPage(model: model)
    case .people: PeoplePage(model: model)
    case .effect: EffectPage(model: model)
    case .files: FilesPage(model: model)
    case .you: YouPage(model: model)
    case .check, .sent: CheckPage(model: model)
    }
  }

  private var exception: KindException? { model.answers.reportKind?.exception }

  /// The title of the step's page.
  static func title(_ model: StepModel) -> String {
    switch model.step {
    case .what: WhatPage.title
    case .isIt: model.answers.reportKind?.exception.map(ExceptionPage.title) ?? WhatPage.title
    case .help: HelpPage.title
    case .now: LinePage.title
    case .where: WherePage.title
    case .place: PlaceChoicePage.title
    case .when: WhenPage.title
    case .words: WordsPage.title
    case .people: PeoplePage.title
    case .effect: EffectPage.title
    case .files: FilesPage.title
    case .you: YouPage.title
    case .check, .sent: CheckPage.title
    }
  }
}
