internal import Database
internal import Kernel
internal import Partnership
internal import Translation

/// A language as it is when a translator has begun: one page whole, what stands on every page not yet,
/// and nothing checked, so that the public sees none of it.
enum PolishDraft {
  static func make(_ world: World, _ services: Services) throws {
    guard let polish = Language(code: "pl", name: "Polski", isRightToLeft: false) else { return }
    let now = services.clock.now()
    try services.database.write { write in
      try LanguageStore.add(polish, at: now, in: write)
      guard let book = try LanguageStore.book(polish.code, write) else { return }
      _ = try LanguageStore.keep(start.merging(frame) { first, _ in first }, in: book, write)
    }
  }

  private static let start = [
    "Report anti-social behaviour": "Zgłoś zachowanie antyspołeczne",
    "Report anti-social behaviour, drugs or hate":
      "Zgłoś zachowanie antyspołeczne, narkotyki lub nienawiść",
    "If someone is in danger": "Jeśli ktoś jest w niebezpieczeństwie",
    "{1}Danger, or a crime happening now.{/1} Cannot speak on a mobile? Call, then press 55 when asked; "
      + "it does not work from a landline. Deaf: text 999 if you have registered, or call 18000.":
      "{1}Niebezpieczeństwo albo przestępstwo, które dzieje się teraz.{/1} Nie możesz mówić przez telefon "
      + "komórkowy? Zadzwoń, a potem na prośbę naciśnij 55; z telefonu stacjonarnego to nie działa. Osoby "
      + "niesłyszące: SMS na 999 po wcześniejszej rejestracji albo telefon 18000.",
    "{1}A crime, not an emergency.{/1} Or tell Crimestoppers, without your name: 0800 555 111.":
      "{1}Przestępstwo, ale nie nagły wypadek.{/1} Albo powiadom Crimestoppers, bez podawania nazwiska: "
      + "0800 555 111.",
    "About 5 minutes. You need not give your name. We say who may see your answers before you send them.":
      "Około 5 minut. Nie musisz podawać nazwiska. Przed wysłaniem mówimy, kto może zobaczyć odpowiedzi.",
    "Start now": "Zacznij", "Carry on with your report": "Kontynuuj zgłoszenie",
    "See or add to a report you made": "Zobacz lub uzupełnij swoje zgłoszenie",
    "Rather talk to someone?": "Wolisz porozmawiać?", "Call {1/}.": "Zadzwoń: {1/}.",
  ]

  private static let frame = [
    "Skip to main content": "Przejdź do głównej treści", "About this service": "O tym serwisie",
    "{1}Demonstration.{/1} People, places, cases and monthly figures are made up.":
      "{1}Demonstracja.{/1} Osoby, miejsca, sprawy i dane miesięczne są zmyślone.",
    "Staff sign in": "Logowanie dla pracowników",
    "Leave this page quickly": "Szybko opuść tę stronę",
    "Leave this page": "Opuść tę stronę", "Languages": "Języki",
    "Help and information": "Pomoc i informacje",
    "Accessibility statement": "Deklaracja dostępności",
    "Privacy": "Prywatność", "There is a problem": "Wystąpił problem", "Error:": "Błąd:",
  ]
}
