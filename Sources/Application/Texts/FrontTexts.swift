import Partnership

extension SiteTexts {
  static let front = PublicTexts(
    "front", "The front page", at: [""],
    [
      "Safer together", "If someone is in danger", "In danger, or a crime happening now.",
      "A crime, but not an emergency.", "Something wrong where you live? Tell us.",
      "Noise, drinking, drug use, threats, hate, vandalism, dumped rubbish. It takes about 5 minutes and "
        + "you do not have to give your name.",
      "Report something", "See or add to a report",
      "The council, police, housing, health, probation, fire and voluntary groups work together to cut "
        + "crime and anti-social behaviour. This is where you tell us, and where we say how we are doing.",
      "What we set out to change, what happened, and where each figure comes from.",
      "Recorded crime and anti-social behaviour",
      "What the police recorded in each ward, month by month.", "Ask for a case review",
      "If you reported again and again and it has not stopped, ask the agencies to look at it together. "
        + "They must decide, and hold a review if it meets the threshold.",
      "Sign in", "For people who work in the partnership’s agencies.",
    ])

  static let accessibility = PublicTexts(
    "accessibility", "Accessibility statement", at: ["accessibility"],
    [
      "This service is run for {text}. We want as many people as possible to be able to use it, on an "
        + "old phone, from the keyboard, zoomed in, or with a screen reader.",
      "How accessible it is",
      "The pages are made to meet the Web Content Accessibility Guidelines 2.2 at level AA. Every page "
        + "works without JavaScript. Every chart has its table, and no meaning rests on colour alone.",
      "What has been checked, and what has not",
      "Each release is checked with axe-core in a browser at 320 and 1280 pixels, in light and dark. It "
        + "has not yet been tried by people who use screen readers, or in Windows high contrast, so the "
        + "service is only partly known to meet the guidelines.",
      "If something does not work for you",
      "Tell the partnership’s office, and say which page and what you use. If you are not happy with the "
        + "answer, contact the {1}Equality Advisory and Support Service{/1}.",
    ])

  static let privacy = PublicTexts(
    "privacy", "Privacy", at: ["privacy"],
    [
      "This page says what the service keeps about you when you visit it.", "If you only read",
      "Nothing about you is kept. The log of requests holds the time, the part of the site, the outcome "
        + "and how long it took; it holds no address, name or search.",
      "If you report something",
      "What you write is kept encrypted. Any officer or manager of the partnership may open it, and each "
        + "opening is recorded. They may share a case with a landlord, the police or another organisation, "
        + "for a purpose that is recorded; it then sees what happened, and your name as you chose. If you "
        + "stay anonymous, no name, number, email or network address of yours is kept.",
      "What you have not sent yet is kept by us too, encrypted, for seven days; then it is deleted. A cookie "
        + "holds the token that opens it. Another opens a report that you opened with its secret, until you "
        + "close it.",
      "If you sign in",
      "Your name and email address are kept encrypted. A cookie keeps you signed in; it is needed for the "
        + "service to work and goes when you sign out. What you change, and the records you open, are "
        + "written to a trail that cannot be altered unseen, so that people whose records these are can "
        + "know who has read them.",
      "If you choose another language", "A cookie keeps the language until you close the browser.",
      "No cookie is used for anything else.", "Who carries what we send",
      "Messages to you go through the partnership’s mail server, or through GOV.UK Notify where it is set "
        + "up. Pages load nothing from any other company.",
    ])
}
