extension NameVariants {
  /// One group a line, its first word the name of the group.
  ///
  /// To be added to freely. A first word that changes, or a word that joins a group, is found for those kept
  /// before only once the tokens of names are worked out anew.
  static let lines = """
    mohammed muhammad mohamed mohammad muhammed mohamad muhamed mohd md mehmet mahomed mhmd mohamud
    ahmed ahmad achmed ahmet amed hmd
    ali aly aliy ly
    hussein hussain husain hossain hossein husayn hsyn huseyin hussien
    hassan hasan hassaan hsn hasana
    abdullah abdallah abdulla bdallh
    abdulrahman abdurrahman abdelrahman abdirahman abdrahman
    omar umar omer umer
    osman usman uthman othman
    yusuf yousef youssef yousuf yusef yousaf joseph josef jose jozef iosif giuseppe joe joey yosef
    ibrahim ebrahim ibraheem ibrahima abraham abe
    ismail ismael ishmael ismaeel
    khalid khaled chalid
    fatima fatema fatimah fatma fathima
    aisha ayesha aysha aicha ayse aishah
    zainab zaynab zeinab zeynep zaineb
    maryam mariam miriam mariyam meryem
    mary maria marie mari mariya maryja molly polly maire mairead
    siobhan shivaun shevaun chevonne shavon shivaughn
    niamh neve neave neev
    aoife eefa eva ife
    saoirse sersha seersha
    caoimhe keeva kweeva quiva
    sinead shinade sineade janet
    grainne grania granya
    sean shaun shawn shane eoin
    owen eoghan ewan euan ewen
    john jon johnny johnnie jack ian iain ivan jan johann johannes hans giovanni juan joao ioan evan
    jonathan jonathon johnathan jon
    jane jayne janie
    jean jeanne jeannie
    joan joanne joanna jo johanna
    steven stephen stefan stephan steve stevie steffan esteban stephane
    stephanie stefanie steph stephenie
    catherine katherine kathryn catharine katharine kathrin katarzyna kate katie cathy kathy kay cat kat catrin caitlin katerina ekaterina
    elizabeth elisabeth liz lizzie beth betty eliza elspeth elsie libby lisa elzbieta bess isabel
    margaret maggie peggy meg megan marge margery greta rita malgorzata daisy
    william will bill billy willie liam wilhelm guillaume
    robert rob bob bobby robbie bert roberto
    richard rick dick richie ricky ryszard ricardo
    james jim jimmy jamie seamus hamish shamus jem
    charles charlie chuck karl carl karol carlos
    edward ed eddie ted teddy ned eduardo edvard
    henry harry hal hank henri enrique henryk
    thomas tom tommy tomasz tomas
    michael mike mick mickey micheal michal mikhail miguel micah mikael
    anthony tony antony antoni antonio anton
    andrew andy drew andrei andrej andrzej andreas andre
    alexander alex alec sandy sasha alexandr aleksander alasdair alistair alastair alister xander
    alexandra alex sandra sasha aleksandra
    christopher chris kit krzysztof topher kristopher cristopher
    christine christina chris tina kristina krystyna chrissie kirsten
    nicholas nick nicky nicolas nikolai mikolaj klaus niklas
    daniel dan danny danil
    david dave davy dai dafydd davie
    peter pete piotr pedro pierre pieter petr
    paul pavel pawel paulo pablo
    matthew matt mateusz matthias mathew mateo
    mark marc marek marco marcus
    philip phillip phil filip felipe pip
    geoffrey jeffrey geoff jeff jeffery
    gerard gerry jerry gerald gerhard
    lawrence laurence larry laurie lorenzo
    benjamin ben benny
    samuel sam sammy
    samantha sam
    francis frank frankie franciszek francisco francesco
    frances fran fanny
    frederick fred freddie fredrick frederic
    gregory greg grzegorz gregor
    george georgie jerzy jorge yuri urij georgios jurgen
    julia yulia ulia iulia yuliya juliya
    patrick pat paddy padraig patrik
    patricia pat trish tricia patty
    vincent vince vinny
    dorothy dot dolly dorothea
    helen helena ellen elena nell nellie elaine
    ann anne anna annie hannah nancy ania anya hana
    rebecca becky becca rebekah
    susan sue susie suzanne zuzanna susannah
    deborah debbie deb debra
    jennifer jenny jen jenni
    victoria vicky tori vikki wiktoria
    theresa teresa terry tess tracy
    terence terry terrence
    ronald ron ronnie
    kenneth ken kenny
    douglas doug
    leonard len lenny leo
    stanley stan stanislaw
    raymond ray
    walter wally wat
    hugh hugo huw hughie
    rhys reece rees reese
    griffith gruffydd griff gruffudd
    lloyd loyd floyd
    ng wu hwang ngo
    chan chen chin tan
    cheung zhang chang cheong
    wong wang huang
    li lee lei leigh
    lam lin lim
    nguyen nguyn nuen nwin
    park pak bak
    kim gim
    choi choe chwe
    singh sing sigh sinh
    kaur kour kor
    begum begam begom
    khan chan kan xan
    chowdhury choudhury chaudhary chaudhry choudhry chaudhuri
    sheikh shaikh sheik shaykh shekh
    miah mia meah mian
    souza sousa desouza dsouza desousa
    fernandez fernandes hernandez
    smith smyth smythe schmidt
    clark clarke clerk
    brown browne braun
    reid reed read
    taylor tailor tayler
    wisniewski vishnevsky visnevskij wishnevski wisniewska vishnevskaya
    kowalski kowalska kovalski kovalsky kovalskij kovalskaya
    nowak novak nowakowa
    beauchamp beecham
    featherstonehaugh fanshaw featherstone
    cholmondeley chumley
    """
}
