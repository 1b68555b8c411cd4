import Partnership

extension SiteTexts {
  /// What stands around every page: the head, the foot, the ways out, problems, and the words of dates.
  static let everywhere = PublicTexts(
    "everywhere", "On every page", at: [],
    frame + problems + [
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January",
      "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December", "midday", "midnight", "{date}",
    ])

  private static let frame = [
    "Skip to main content", "About this service",
    "{1}Demonstration.{/1} People, places, cases and monthly figures are made up.",
    "Staff sign in", "Go to work pages", "Leave this page quickly",
    "Opens the weather. Your browser’s history still shows that you were here.", "Leave this page",
    "Languages", "Help and information", "How we are doing", "Reports by ward",
    "Public spaces orders", "Accessibility statement", "Privacy", "Style guide",
    "{text}. Hamlet is free software.", "Error:", "{1}Error: {/1}{text}", "There is a problem",
  ]

  private static let problems = [
    "We could not read that", "We could not accept that", "Page not found",
    "That cannot be done here", "This was not saved", "That is too large",
    "Something needs putting right", "Too many tries", "The service is busy",
    "There is no room for files", "Something went wrong", "Go to the start page",
    "If it happens again, tell the people who run this service and quote {1}{text}{/1}.",
    "If you typed the address, check it. If you followed a link, it may be out of date.",
    "If you typed the address, check it. If you followed a link, it may be out of date, or it may "
      + "not be yours to see.",
    "The page was open for too long or your browser keeps no cookies for this site. Nothing of it was "
      + "sent. Go back, load the page again and send it once more.",
    "Somebody changed it while you had it open. Go back, load the page again, and make your change to "
      + "what is there now.",
    "There is no room left on the disk. Nothing of this was saved, and nothing saved before was lost. "
      + "Tell your administrator.",
    "The database does not answer just now. Nothing was lost. Try again in a minute.",
    Refusals.resident, Refusals.message(of: 503), Refusals.message(of: 507),
  ]
}
