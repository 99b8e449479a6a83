"""The towns as a table, one heading per municipality; read by :mod:`loopplank.demo.towns`.

Postcode areas, municipalities and places are facts; the number of homes is our own rounded guess.
"""

# name | postcode areas | former municipality | latitude longitude | homes | other names
TABLE = """
# Aa en Hunze
Amen|9446||52.942 6.612|40|
Anderen|9465||53.001 6.685|110|
Anloo|9467||53.043 6.698|170|
Annen|9468||53.059 6.721|1500|
Annerveenschekanaal|9654||53.077 6.803|170|Annerveensche Kanaal
Balloo|9458||52.996 6.631|70|
Balloërveld|9459||53.024 6.639|35|Balloerveld
Deurze|9457||52.985 6.609|70|
Eext|9463||53.018 6.736|560|
Eexterveen|9658||53.052 6.804|240|
Eexterveenschekanaal|9659||53.059 6.832|60|Eexterveensche kanaal
Eexterzandvoort|9464||53.032 6.787|140|
Ekehaar|9454||52.953 6.603|110|
Eldersloo|9453||52.965 6.618|20|
Eleveld|9456||52.958 6.582|60|
Gasselte|9462||52.971 6.788|780|
Gasselternijveen|9514||52.986 6.846|780|
Gasselternijveenschemond|9515||52.995 6.897|330|Gasselternijv mond
Gasteren|9466||53.036 6.663|180|
Gieten|9461||53.005 6.763|2400|
Gieterveen|9511||53.025 6.836|320|
Grolloo|9444||52.935 6.673|360|
Marwijksoord|9448||52.963 6.660|60|
Nieuw-Annerveen|9657||53.066 6.776|45|
Nieuwediep|9512||53.040 6.861|120|
Nijlande|9452||52.974 6.627|35|
Nooitgedacht|9449||52.968 6.665|70|
Oud-Annerveen|9655||53.089 6.761|40|
Papenvoort|9447||52.952 6.703|60|
Rolde|9451||52.987 6.647|1800|
Schipborg|9469||53.072 6.669|280|
Schoonloo|9443||52.906 6.700|130|
Spijkerboor|9656||53.077 6.765|80|
Vredenheim|9445||52.947 6.656|20|
# Assen
Assen|9401-9408||52.995 6.553|31600|
Loon|9409||53.013 6.612|130|
Rhee|9486||53.033 6.566|35|
Ter Aard|9487||53.029 6.550|20|
Ubbena|9492||53.045 6.573|60|
Zeijerveen|9489||53.015 6.517|80|
Zeijerveld|9488||53.036 6.523|70|
# Eemsdelta
't Zandt|9915|Loppersum|53.366 6.774|330|
Appingedam|9901-9903|Appingedam|53.315 6.847|5600|
Bierum|9906|Delfzijl|53.381 6.860|300|
Borgsweer|9949|Delfzijl|53.298 7.014|60|
Delfzijl|9931-9934|Delfzijl|53.332 6.905|7000|
Eenum|9913|Loppersum|53.339 6.780|50|
Farmsum|9936|Delfzijl|53.323 6.928|900|
Garrelsweer|9918|Loppersum|53.311 6.770|200|
Garsthuizen|9923|Loppersum|53.369 6.713|80|
Godlinze|9908|Delfzijl|53.372 6.813|120|
Holwierde|9905|Delfzijl|53.358 6.872|420|
Huizinge|9992|Loppersum|53.345 6.674|60|
Krewerd|9904|Delfzijl|53.355 6.848|45|
Leermens|9912|Loppersum|53.346 6.798|70|
Loppersum|9919|Loppersum|53.332 6.748|1250|
Losdorp|9907|Delfzijl|53.375 6.836|75|
Meedhuizen|9937|Delfzijl|53.288 6.911|190|
Middelstum|9991|Loppersum|53.347 6.642|1050|
Oosterwijtwerd|9911|Loppersum|53.338 6.815|50|
Spijk|9909|Delfzijl|53.390 6.837|620|Spijk Gn,Spijk (Delfzijl)
Stedum|9921|Loppersum|53.322 6.693|430|
Termunten|9947|Delfzijl|53.297 7.046|130|
Termunterzijl|9948|Delfzijl|53.300 7.033|150|
Toornwerd|9994|Loppersum|53.354 6.636|40|
Wagenborgen|9945|Delfzijl|53.256 6.931|780|
Westeremden|9922|Loppersum|53.343 6.711|200|
Westerwijtwerd|9993|Loppersum|53.334 6.645|60|
Wirdum|9917|Loppersum|53.323 6.786|200|
Woldendorp|9946|Delfzijl|53.273 7.030|420|
Zeerijp|9914|Loppersum|53.348 6.762|180|
Zijldijk|9987|Loppersum|53.394 6.757|60|
# Groningen
Garmerwolde|9798|Ten Boer|53.249 6.648|220|
Glimmen|9756|Haren|53.141 6.628|560|
Groningen|9711-9718 9721-9728 9731-9738 9741-9747||53.224 6.566|128000|Stad Groningen,Groningen Gn,Stad
Haren|9751-9753|Haren|53.176 6.607|8300|Haren Gn,Haren Gr
Lellens|9794|Ten Boer|53.301 6.709|50|
Noordlaren|9479|Haren|53.121 6.666|180|
Onnen|9755|Haren|53.155 6.643|260|
Sint Annen|9796|Ten Boer|53.297 6.665|60|St. Annen
Ten Boer|9791|Ten Boer|53.278 6.694|1900|
Ten Post|9792|Ten Boer|53.297 6.729|340|
Thesinge|9797|Ten Boer|53.268 6.651|250|
Winneweer|9793|Ten Boer|53.311 6.745|60|
Woltersum|9795|Ten Boer|53.271 6.732|170|
# Het Hogeland
Adorp|9774|Winsum|53.275 6.534|230|
Baflo|9953|Winsum|53.363 6.514|800|
Bedum|9781|Bedum|53.302 6.600|3700|
Den Andel|9956|Winsum|53.393 6.509|180|
Eemshaven|9979|Eemsmond|53.447 6.801|30|
Eenrum|9967|De Marne|53.365 6.461|620|
Eppenhuizen|9996|Eemsmond|53.381 6.697|45|
Hornhuizen|9978|De Marne|53.388 6.360|90|
Houwerzijl|9973|De Marne|53.336 6.341|80|
Kantens|9995|Eemsmond|53.365 6.634|340|
Kloosterburen|9977|De Marne|53.387 6.391|320|
Lauwersoog|9976|De Marne|53.405 6.212|140|
Leens|9965|De Marne|53.359 6.379|840|
Mensingeweer|9961|De Marne|53.352 6.465|90|
Niekerk|9972|De Marne|53.342 6.329|45|Niekerk De Marne
Noordwolde|9784|Bedum|53.272 6.589|150|
Oldenzijl|9986|Eemsmond|53.394 6.716|50|
Onderdendam|9959|Bedum|53.335 6.589|270|
Oosternieland|9985|Eemsmond|53.401 6.755|70|
Oudeschip|9984|Eemsmond|53.431 6.823|70|
Pieterburen|9968|De Marne|53.401 6.454|180|
Rasquert|9955|Winsum|53.368 6.517|60|
Roodeschool|9983|Eemsmond|53.420 6.764|640|
Rottum|9998|Eemsmond|53.383 6.620|60|
Saaxumhuizen|9957|Winsum|53.380 6.483|30|
Sauwerd|9771|Winsum|53.294 6.533|570|
Schouwerzijl|9962|De Marne|53.332 6.450|60|
Startenhuizen|9924-9925|Eemsmond|53.371 6.709|25|
Stitswerd|9999|Eemsmond|53.361 6.599|35|
Tinallinge|9954|Winsum|53.357 6.535|60|
Uithuizen|9981|Eemsmond|53.406 6.663|2500|
Uithuizermeeden|9982|Eemsmond|53.414 6.726|1600|Uithuizermeden
Ulrum|9971|De Marne|53.359 6.334|650|
Usquert|9988|Eemsmond|53.403 6.612|680|
Vierhuizen|9975|De Marne|53.360 6.291|80|
Warffum|9989|Eemsmond|53.393 6.559|1050|
Warfhuizen|9963|De Marne|53.342 6.426|100|
Wehe-Den Hoorn|9964|De Marne|53.361 6.417|380|Wehe
Westernieland|9969|De Marne|53.401 6.483|90|
Wetsinge|9773|Winsum|53.301 6.531|40|
Winsum|9951|Winsum|53.330 6.525|3300|
Zandeweer|9997|Eemsmond|53.388 6.681|240|
Zoutkamp|9974|De Marne|53.338 6.303|560|
Zuidwolde|9785|Bedum|53.261 6.592|380|
Zuurdijk|9966|De Marne|53.338 6.377|60|
# Midden-Groningen
Borgercompagnie|9631-9632|Menterwolde|53.127 6.812|300|
Foxhol|9607|Hoogezand-Sappemeer|53.169 6.719|480|
Froombosch|9619|Slochteren|53.194 6.780|380|
Harkstede|9617|Slochteren|53.214 6.700|1100|
Hellum|9627|Slochteren|53.238 6.838|250|
Hoogezand|9601-9603|Hoogezand-Sappemeer|53.150 6.758|10300|Hoogezand-Sappemeer
Kiel-Windeweer|9605|Hoogezand-Sappemeer|53.116 6.777|300|
Kolham|9615|Slochteren|53.182 6.745|560|
Kropswolde|9606|Hoogezand-Sappemeer|53.144 6.726|520|
Lageland|9623|Slochteren|53.241 6.687|45|
Luddeweer|9624|Slochteren|53.252 6.740|40|
Meeden|9651|Menterwolde|53.139 6.928|760|
Muntendam|9649|Menterwolde|53.135 6.869|2100|
Noordbroek|9635|Menterwolde|53.198 6.873|880|
Overschild|9625|Slochteren|53.282 6.785|220|
Sappemeer|9611|Hoogezand-Sappemeer|53.165 6.794|3900|Hoogezand-Sappemeer
Scharmer|9616|Slochteren|53.205 6.706|170|
Schildwolde|9626|Slochteren|53.232 6.815|780|
Siddeburen|9628|Slochteren|53.248 6.864|1450|
Slochteren|9621|Slochteren|53.212 6.802|1150|
Steendam|9629|Slochteren|53.275 6.842|130|
Tjuchem|9939|Slochteren|53.280 6.878|160|
Tripscompagnie|9633|Menterwolde|53.138 6.825|60|
Waterhuizen|9609|Hoogezand-Sappemeer|53.187 6.652|120|
Westerbroek|9608|Hoogezand-Sappemeer|53.184 6.687|330|
Woudbloem|9618|Slochteren|53.217 6.738|60|
Zuidbroek|9636|Menterwolde|53.170 6.862|1600|
# Noordenveld
Alteveer|9306||53.111 6.433|60|
Een|9342||53.074 6.393|330|
Een-West|9343||53.084 6.339|80|Een West
Foxwolde|9314||53.152 6.451|60|
Huis ter Heide|9336||53.013 6.485|80|
Langelo|9333||53.093 6.445|130|
Leutingewolde|9313||53.157 6.430|60|
Lieveren|9304||53.115 6.454|130|
Matsloot|9749||53.200 6.467|30|
Nietap|9312||53.159 6.401|420|
Nieuw-Roden|9311||53.128 6.379|700|
Norg|9331||53.065 6.462|1700|
Peest|9334||53.060 6.501|80|
Peize|9321||53.148 6.496|2300|
Roden|9301-9302||53.135 6.419|6600|
Roderesch|9305||53.116 6.426|160|
Roderwolde|9315||53.169 6.470|150|
Steenbergen|9307||53.099 6.408|50|
Veenhuizen|9341||53.031 6.394|420|
Westervelde|9337||53.054 6.444|70|
Zuidvelde|9335||53.045 6.458|80|
# Oldambt
't Waar|9942||53.224 6.941|70|
Bad Nieuweschans|9693||53.183 7.200|780|Nieuweschans
Beerta|9686||53.174 7.097|1000|
Blauwestad|9685||53.167 7.036|750|
Drieborg|9688||53.206 7.181|160|
Finsterwolde|9684||53.198 7.085|1050|
Heiligerlee|9677||53.155 7.012|780|
Midwolda|9681||53.201 7.003|950|
Nieuw-Beerta|9687||53.189 7.163|60|
Nieuw-Scheemda|9943||53.209 6.943|130|
Nieuwolda|9944||53.245 6.975|600|
Oostwold|9682||53.203 7.045|420|
Oudezijl|9691||53.186 7.192|25|
Scheemda|9679||53.176 6.972|2600|
Westerlee|9678||53.154 6.995|500|
Winschoten|9671-9675||53.138 7.034|9300|
# Pekela
Nieuwe Pekela|9663||53.065 6.946|2100|Pekela
Oude Pekela|9665||53.103 7.006|3600|Pekela
# Stadskanaal
Alteveer|9661||53.050 7.006|400|Alteveer Gn
Mussel|9584||52.957 7.039|480|
Musselkanaal|9581||52.927 7.018|3300|
Onstwedde|9591||53.033 7.040|1050|
Stadskanaal|9501-9503||52.996 6.955|9200|
Vledderveen|9585||52.988 7.007|90|
# Tynaarlo
Bunne|9496||53.118 6.534|60|
De Groeve|9473||53.111 6.711|110|
De Punt|9493||53.117 6.604|50|
Donderen|9497||53.096 6.546|180|
Eelde|9761||53.133 6.564|2900|Eelde-Paterswolde
Eelderwolde|9766||53.179 6.543|650|
Midlaren|9475||53.110 6.678|120|
Oudemolen|9484||53.049 6.639|60|
Paterswolde|9765||53.147 6.564|1700|Eelde-Paterswolde
Taarlo|9485||53.033 6.625|50|
Tynaarlo|9482||53.078 6.615|800|
Vries|9481||53.077 6.578|1900|
Winde|9495||53.127 6.527|40|
Yde|9494||53.114 6.591|330|
Zeegse|9483||53.069 6.646|170|
Zeijen|9491||53.047 6.547|330|
Zuidlaarderveen|9474||53.104 6.750|260|
Zuidlaren|9470-9472||53.087 6.689|4600|
# Veendam
Veendam|9641-9642 9644-9646||53.105 6.881|10900|
Wildervank|9648||53.074 6.859|1900|
# Westerkwartier
Aduard|9831|Zuidhorn|53.257 6.460|1000|
Boerakker|9359 9361-9362|Marum|53.189 6.332|330|
Briltil|9805|Zuidhorn|53.242 6.389|180|
De Wilp|9367|Marum|53.117 6.253|650|
Den Ham|9833|Zuidhorn|53.274 6.427|120|
Den Horn|9832|Zuidhorn|53.227 6.446|180|
Doezum|9863|Grootegast|53.200 6.249|350|
Enumatil|9811-9812|Leek|53.216 6.412|170|
Ezinge|9891|Winsum|53.311 6.440|350|
Feerwerd|9892|Winsum|53.307 6.466|140|
Garnwerd|9893|Winsum|53.304 6.493|170|
Grijpskerk|9843|Zuidhorn|53.264 6.306|1150|
Grootegast|9861|Grootegast|53.211 6.275|1600|
Jonkersvaart|9366|Marum|53.129 6.300|190|
Kommerzijl|9881-9882|Zuidhorn|53.296 6.320|160|
Kornhorn|9864|Grootegast|53.181 6.243|340|
Lauwerzijl|9885|Zuidhorn|53.311 6.297|100|
Leek|9351|Leek|53.162 6.391|4700|
Lettelbert|9827|Leek|53.189 6.406|90|
Lucaswolde|9825|Marum|53.184 6.300|80|
Lutjegast|9866|Grootegast|53.235 6.257|420|
Marum|9363|Marum|53.146 6.267|2100|
Midwolde|9355|Leek|53.180 6.392|190|
Niebert|9365|Marum|53.158 6.321|270|
Niehove|9884|Zuidhorn|53.290 6.367|90|
Niekerk|9822|Grootegast|53.226 6.354|480|
Niezijl|9841-9842|Zuidhorn|53.265 6.343|150|
Noordhorn|9804|Zuidhorn|53.261 6.395|620|
Noordwijk|9824|Marum|53.170 6.257|110|
Nuis|9364|Marum|53.151 6.302|400|
Oldehove|9883|Zuidhorn|53.304 6.396|630|
Oldekerk|9821|Grootegast|53.219 6.339|500|
Oostwold|9828|Leek|53.202 6.440|200|
Opende|9865|Grootegast|53.174 6.198|1250|
Pieterzijl|9844|Zuidhorn|53.281 6.269|60|
Saaksum|9886|Zuidhorn|53.314 6.418|50|
Sebaldeburen|9862|Grootegast|53.221 6.309|270|
Tolbert|9356|Leek|53.171 6.359|2000|
Visvliet|9845|Zuidhorn|53.266 6.251|120|
Zevenhuizen|9354|Leek|53.126 6.346|950|
Zuidhorn|9801|Zuidhorn|53.243 6.408|3300|
# Westerwolde
Bellingwolde|9695|Bellingwedde|53.111 7.179|1100|
Blijham|9697|Bellingwedde|53.107 7.075|1250|
Bourtange|9545|Vlagtwedde|53.007 7.192|190|
Oudeschans|9696|Bellingwedde|53.138 7.141|90|
Sellingen|9551|Vlagtwedde|52.946 7.146|650|
Ter Apel|9561|Vlagtwedde|52.877 7.059|4100|
Ter Apelkanaal|9563|Vlagtwedde|52.903 7.049|260|Ter Apel Kanaal
Veelerveen|9566|Bellingwedde|53.057 7.127|270|
Vlagtwedde|9541|Vlagtwedde|53.027 7.111|1200|
Vriescheloo|9699|Bellingwedde|53.071 7.115|330|
Wedde|9698|Bellingwedde|53.070 7.075|560|
"""
