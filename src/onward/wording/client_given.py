"""Given names and surnames. Those that are also everyday words, places or months are left out on purpose."""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
    Aaron Abdoulaye Abdul Abdullah Abel Abigail Abiodun Abla Abraham Achieng Ada Adaeze Adam Adaora Adebayo
    Adela Adele Adeline Aditi Aditya Adolfo Adrian Adriana Adrienne Adunni Afia Agatha Agnes Agnieszka Agustin
    Ahmad Ahmed Aidan Aiden Aiko Aileen Aimee Aine Aisha Aishwarya Aiyana Ajay Akash Akira Akosua Akua Alan
    Alana Alastair Albert Alberto Aldo Aldona Alec Alejandra Alejandro Aleksandr Aleksandra Alem Alessandra
    Alessandro Alex Alexander Alexis Alfonso Alfred Alfredo Alhassan Ali Alice Alicia Alina Alisdair Alisha
    Alison Allan Allen Allison Alma Alondra Alonzo Aloysius Alvaro Alvin Alyssa Amadou Amaia Amal Amanda Amara
    Amare Amari Amaya Ambrose Amelia Amerie Amina Amir Amirah Amit Amos Amparo Amy Ana Anahi Ananya Anastacia
    Anastasia Anatoly Anders Andre Andrea Andreas Andres Andrew Andy Angela Angelica Angelina Angelo Angie Angus
    Anh Anika Anil Anita Anjali Ann Anna Annabelle Anne Anneliese Annette Annie Anouk Ansel Ansley Anthony
    Antoine Antoinette Antonella Antonia Antonio Antwan Anya Aoife Aparna Apollonia Araceli Aram Aranza Arash
    Archibald Archie Areli Aretha Ariana Arianna Ariel Arjun Arlene Arlo Armando Armani Arnav Arnold Arthur
    Arturo Arvid Aryan Asha Ashanti Asher Ashlee Ashley Ashlyn Asif Asma Astou Astrid Athanasios Aubrey Audrey
    Augustine Augusto Aurelia Aurelio Ava Avery Avi Aviva Axel Ayaan Ayana Ayanna Ayesha Ayla Ayodele Azadeh
    Aziza Azucena Babajide Babak Bahar Baltazar Barbara Barnabas Bartholomew Bartosz Bashir Beata Beatrice
    Beatriz Becky Belinda Bella Ben Benedetta Benedict Benicio Benita Benjamin Bernadette Bernard Bernice Bertha
    Bertram Beth Bethany Bettina Betty Bettye Beverly Bhavna Bianca Bilal Billy Binh Birgit Bjorn Blaise Blanca
    Bobby Bogdan Boniface Bonnie Boris Bozena Brad Bradley Branden Brandi Brandon Brandy Braulio Brayden Breanna
    Brenda Brendan Brent Breonna Brett Brian Brianna Bridget Brigid Briony Brittany Brittney Brock Bronisław
    Bronwen Bronwyn Bruce Bryan Bryce Bryson Bukola Burt Byron Caitlin Caleb Calliope Calvin Cameron Camila
    Camille Candace Candelaria Candice Caoimhe Carl Carla Carlos Carlton Carly Carmelita Carmelo Carmen Carol
    Caroline Carolyn Carrie Carson Cassandra Cassidy Cassius Catalina Catherine Cathy Catriona Cayden Cecil
    Cecilia Cedric Cedrick Celeste Celestine Celia Cesar Cesare Chad Chanda Chandra Chantal Charlene Charles
    Charlie Charlotte Chaya Chelsea Chenoa Cheryl Chiamaka Chiara Chidi Chike Chinedu Chinwe Chioma Chloe Chris
    Christa Christina Christine Christopher Christy Chukwuemeka Ciara Ciaran Cillian Cindy Cipriano Claire Clara
    Clarence Clarissa Claude Claudia Clayton Clementine Cleo Clifford Clifton Clint Clotilde Clyde Cody Colleen
    Concepcion Conchita Connie Connor Conor Consolata Consuelo Cora Cordelia Corey Cornelius Cory Cosette
    Courtney Craig Crispin Cristian Cristina Cuong Curtis Cynthia Cyrus Czeslaw Daiyu Dalisay Damaris Dameon
    Damian Damien Damon Dan Dana Dani Danica Daniel Danielle Danilo Danny Dante Danuta Daphne Daquan Daria Dario
    Darius Darlene Darnell Darrell Darren Darryl Daryl Dashawn Dashiell Dave David Davina Davion Deandre
    Deangelo Deanna Debbie Deborah Debra Declan Deepak Deepika Deirdre Deja Dejan Delia Delores Delphine Delroy
    Demarcus Demetria Demetrius Denis Denise Denisha Dennis Deonte Derek Dermot Derrick Deshawn Desiree Desmond
    Destinee Devika Devin Devon Devonte Dhruv Diana Diane Diarmuid Diego Dieter Dieudonne Dilip Dillon Dimitra
    Dimitri Dina Dinesh Divya Djamila Dmitri Dolores Domenica Domenico Domingo Dominic Dominique Donald
    Donatella Donna Donnell Donnie Donovan Dora Doreen Doris Dorota Dorothy Doug Douglas Draga Duane Duc
    Dumisani Dung Dushawn Dustin Dwayne Dwight Dylan Earl Ebele Eddie Edgar Edgardo Edith Edmund Edna Eduardo
    Edward Edwin Edwina Efrain Efua Eiji Eileen Eilidh Einar Ekaterina Ekow Elaine Eleanor Elena Eleni Eleonora
    Elfriede Eli Eliana Elias Elif Elijah Elisa Elise Eliseo Elisha Eliza Elizabeth Ella Ellen Ellie Elliot
    Elliott Elmer Elodie Eloise Elsa Elsie Elvin Elvira Emanuel Emeka Emiko Emil Emilia Emilio Emily Emma
    Emmanuel Emre Enid Enrique Enzo Eoin Ephraim Erasmo Eric Erica Erick Erik Erika Erin Erlinda Erma Ermelinda
    Ernest Ernesto Esi Esme Esmeralda Esperanza Esteban Estela Estella Esther Ethan Ethel Etienne Eudora Eugene
    Eugenia Eulalia Eunice Euphemia Eva Evan Evander Evangeline Evelyn Ezekiel Ezra Fabian Fabiola Fabrice
    Faheem Farah Farid Fatema Fatima Fatou Fatoumata Fausto Federica Felicia Feliciano Felipe Felix Ferdinand
    Fergus Fernanda Fernando Fidel Filomena Fiona Fionnuala Florencio Floyd Folasade Frances Francesca Francesco
    Francine Francis Francisca Francisco Franklin Fred Freda Freddie Frederick Freya Fritz Fumiko Gabriel
    Gabriela Gabriella Gabrielle Gaetano Galina Gamal Ganesh Garrett Garrick Gary Gaspar Gaurav Gavin Gemma
    Genaro Genevieve Genoveva Geoffrey George Georgina Gerald Geraldine Gerardo Germaine Gertrude Gianluca
    Gianna Gideon Gilbert Gilberto Gina Giorgos Giovanna Giovanni Giulia Giuseppe Gladys Glen Glenda Glenn
    Gloria Gloriana Godfrey Gopal Gordon Graciela Grainne Greg Gregory Greta Gretchen Griselda Grzegorz
    Guadalupe Guillermo Gunnar Gunther Gurpreet Gustavo Gwen Gwendolyn Habib Hadassah Hadiya Hafsa Hailey Hakeem
    Haley Halima Halina Hamish Hamza Hana Hanh Hank Hannah Hans Harold Harpreet Harriet Harry Haruki Haruto
    Harvey Hasan Hassan Hattie Hayden Heather Hector Heidi Heidrun Heinrich Helen Helena Helga Henrietta Henrik
    Henry Herbert Heriberto Herman Hermelinda Hermione Hideo Hilario Hilda Hiroshi Hoa Homer Horace Hortense
    Howard Hubert Hugh Hugo Humberto Huong Hussein Hyun Iain Ian Ibrahim Ichabod Ida Idris Ifeoma Ignacia
    Ignacio Ignatius Igor Ikram Ilana Ilse Imani Imelda Imogen Imran Inaya Indira Ines Ingeborg Ingrid Iolanda
    Iphigenia Irene Ireneusz Irma Irving Isaac Isabel Isabella Isabelle Isadora Isaiah Isaias Ishaan Isidro
    Ismael Isolde Itzel Ivan Ivana Iveta Iwona Iyanna Izabela Jabari Jacek Jacinta Jaclyn Jacob Jacqueline Jada
    Jaden Jaheim Jahmal Jaime Jairo Jake Jalen Jamal Jamar James Jamie Jamila Jana Janae Jane Janelle Janet
    Janice Janine Janiya Janusz Jaquan Jared Jaroslav Jarrod Jaslene Jasmin Jasmine Jason Jasper Javier Javon
    Jayden Jayla Jaylen Jayson Jeanette Jeanne Jeannie Jedidiah Jeff Jeffrey Jelani Jemima Jenna Jennie Jennifer
    Jenny Jeremiah Jeremias Jeremy Jermaine Jerome Jerry Jerzy Jesper Jess Jesse Jessica Jessie Jesus Jiho Jill
    Jillian Jim Jimmy Jin Jinpa Joan Joann Joanna Joanne Joaquin Jocasta Jocelyn Jody Joe Joel Johanna John
    Johnathan Johnny Jolene Jomo Jon Jonah Jonathan Joni Jordan Jordana Jorge Jorgen Jose Josefina Joseph
    Josephine Josh Joshua Josiah Josie Josue José Jovan Joyce Juan Juanita Judah Jude Judith Judson Judy Jules
    Julia Julian Juliana Julie Julio Julius Juma Junaid Justin Justine Justyna Kaela Kahlil Kaitlyn Kaito Kalani
    Kaliyah Kamal Kamala Kamau Kamila Kanako Kara Kareem Karen Kari Karim Karima Karina Karl Karla Karthik
    Kasandra Kasey Kate Katelyn Kateryna Katherine Kathleen Kathryn Kathy Katie Katrina Kavita Kay Kayden Kayla
    Kaylee Kazimierz Keanu Kehinde Keisha Keith Kelechi Kelley Kelli Kellie Kelly Kelsey Kelvin Kemal Ken Kendra
    Kendrick Kenji Kenneth Kenny Keri Kerry Kerstin Keshawn Kevin Khadija Khadijah Khalid Khalil Khanh Khoa
    Kiara Kiera Kieran Kim Kimani Kimberly Kiran Kirk Kirsten Klaus Kofi Kojo Kris Krishna Krista Kristen Kristi
    Kristin Kristina Kristine Kristy Krystal Krzysztof Kurt Kwabena Kwame Kwasi Kyla Kyle Kylie Kyoko Kyung
    LaShawn Lacey Lakeisha Lakshmi Lamar Lana Landon Laquita Lara Larisa Larissa Larry Lashawn Lashonda Latanya
    Latasha Latisha Latonya Latoya Laura Lauren Laurence Laurie Lavinia Lavonne Lawrence Layla Lazaro Lea Leah
    Leandro Leeann Leigh Leila Leilani Lemuel Lena Lenora Leo Leocadia Leon Leona Leonard Leonardo Leonie Leonor
    Leopold Leroy Leslie Leticia Lettie Levi Liadan Liam Lidia Liesl Ligia Lila Lilias Lillian Lillie Lily Linda
    Lindsay Lindsey Linh Lionel Lisa Lisandro Lisbeth Liz Liza Lloyd Logan Lois Lola Lonnie Lorcan Lorena
    Lorenza Lorenzo Loretta Lori Lorraine Lothar Louis Louise Lourdes Luana Luca Lucas Lucia Lucian Lucille
    Lucinda Lucja Lucjan Lucy Ludmila Luigi Luis Luisa Lukas Luke Lupe Lupita Luther Luz Lydia Lyle Lynda
    Lynette Lynn Lysander Mabel Macarena Macarius Mackenzie Maddie Madeline Madhuri Madison Magdalena Maggie
    Mahalia Mahmoud Maia Mairead Maisie Makayla Malachi Malakai Malcolm Malik Malika Mamadou Mandy Manfred
    Manisha Manny Manoj Manuel Manuela Marc Marcel Marcela Marcelina Marcella Marcelo Marcia Marco Marcos Marcus
    Margaret Margarethe Margarita Margie Marguerite Maria Mariah Mariam Mariana Marianne Maribel Maricela Marie
    Mariela Marietta Marilyn Marina Mario Marisa Marisela Marisol Marissa Marjorie Marla Marlene Marlon Marquis
    Marquise Marsha Marshawn Marta Martha Martin Martina Marty Marvin Marwan Mary Maryam Marzena María Matej
    Mateo Mathew Mathias Mathilde Matilda Matt Matteo Matthew Matthias Maureen Maurice Mauricio Maurizio Mavis
    Maximilian Maximiliano Maxine Maxwell Maya Mayra Mbali Meera Megan Mehdi Mehmet Mei Melanie Melinda
    Melisande Melissa Melvin Meredith Meryem Mia Micah Michael Michaela Michal Michele Michelle Miguel Mikael
    Mikayla Mike Mikhail Mila Milagros Milan Mildred Milena Milica Millicent Milton Mindy Minerva Minh Miranda
    Miriam Miroslav Mitchell Modesto Moesha Mohamed Mohammad Mohammed Moira Moises Mollie Molly Mona Monica
    Monique Monte Montserrat Monty Mordecai Morgan Morris Moses Moshe Mostafa Mthunzi Muhammad Munira Muriel
    Murray Mustafa Myra Myron Myrtle Nadezhda Nadia Nadine Naeem Naima Najee Nakia Nalani Nancy Nandi Naoko
    Naomi Narayan Narciso Naresh Nasir Nasreen Natalia Natalie Natasha Nathan Nathaniel Natividad Nayeli Nazanin
    Ndidi Neema Nefertiti Nehemiah Neil Nelly Nestor Neville Ngozi Nhung Nia Niamh Nicanor Niccolo Nicholas
    Nichole Nick Nicki Nicodemus Nicolas Nicole Nigel Nikhil Nikita Nikki Nikolai Nikos Nilufar Nina Nkechi
    Nneka Noah Noel Noelani Noelle Noemi Noor Nora Norberto Norma Norman Noura Nuala Nuno Nuria Nyah Nyasia Oanh
    Obadiah Octavia Octavio Odalys Odessa Odette Ofelia Oisin Okechukwu Oksana Olayinka Oleksandr Olga Oliver
    Olivia Ollie Oluwaseun Oluwatobi Omar Omari Onyeka Ophelia Orla Osagie Osama Oscar Osvaldo Oswald Otis Otto
    Ottoline Owen Pablo Padma Padraig Paige Paloma Pam Pamela Panagiotis Paola Paolo Parisa Parvati Pascal
    Pascual Patrice Patricia Patrick Patsy Patti Patty Paul Paula Paulette Pauline Paulo Pawel Pedro Peggy
    Penelope Percival Perla Perpetua Peter Petra Petronella Phil Philip Philippa Phillip Philomena Phoebe Phuong
    Phyllis Pierre Pietro Pilar Piotr Placido Polly Porfirio Prakash Pranav Preeti Prisca Priscilla Priya
    Purnima Qiana Quang Quanisha Quentin Quincy Quinn Quintin Quinton Rachael Rachel Rachid Rafael Rafaela
    Raghav Raheem Rahim Raimundo Rajesh Rakesh Ralph Ramiro Ramon Ramona Randall Randy Rania Raoul Raphael
    Raquan Raquel Rashad Rasheed Rashid Rashida Raul Ravi Raymond Raymundo Rebecca Reggie Regina Reginald Reina
    Renata Rene Renee Reuben Reyna Reza Rhiannon Rhonda Ricarda Ricardo Richard Rick Rickey Ricky Rigoberto
    Riley Rita Rivka Robbie Robert Roberta Roberto Robyn Rochelle Rocio Roderick Rodney Rodolfo Rodrigo Rogelio
    Roger Rohan Rohini Roisin Roland Rolando Romeo Ron Ronald Ronan Ronda Ronnie Roosevelt Rory Rosa Rosalba
    Rosalia Rosalie Rosalind Rosalinda Rosalva Rosamund Rosario Roscoe Roseanne Rosemarie Roshan Roshni Rosie
    Ross Rowena Roxana Roxanne Roy Ruairi Ruben Rudy Rufus Ruslan Russell Ruth Ruthanne Ruthie Ryan Sabina
    Sabrina Sachiko Sadie Saeed Safiya Saida Sairah Sakura Salim Salma Salman Salome Salvador Salvatore Sam
    Samantha Samir Samira Sammy Samuel Sanaa Sandeep Sandra Sanjay Santiago Saoirse Sapphira Sara Sarah Sasha
    Saskia Satoshi Saul Scarlett Scott Seamus Sean Sebastian Segun Selena Selina Selma Seraphina Serena Sergei
    Sergio Seth Shabnam Shana Shane Shanelle Shania Shanice Shanika Shaniqua Shanna Shannon Shanti Shaquille
    Shari Sharifa Sharon Shaun Shauna Shawn Shawna Shayla Shazia Sheena Sheila Shelby Sheldon Shelley Shelly
    Sheri Sherman Sherri Sheryl Shira Shirin Shirley Shivani Shlomo Shoshana Siddharth Sidney Siegfried Sigrid
    Silas Silvia Simon Simone Sindhu Sinead Siobhan Sipho Sitara Socorro Sofia Sofie Solange Solomon Solveig
    Somchai Sonia Sonja Sonya Sophia Soraya Soren Stacey Stacy Stanislav Stanislaw Stanley Stavros Stefan
    Stefania Stefanie Steffan Stella Stellan Stephanie Stephen Steve Steven Stuart Sue Suleiman Sumaya Sunil
    Sunita Suresh Susan Susana Susanna Susanne Susie Suzanne Sven Svetlana Sybil Sylvester Sylvia Syreeta
    Tabitha Tadeusz Tahira Taisha Takashi Takeshi Talia Talitha Taliyah Tamara Tameka Tami Tamika Tammy Tamsin
    Tanisha Tanner Tanvi Tanya Tara Tariq Tasha Tatiana Tavaris Tawanda Taylor Ted Teddy Tekla Tendai Teodoro
    Terence Teresa Teri Terrance Terrell Terrence Terri Terry Tessa Thaddeus Thandiwe Thanh Thelma Theo Theodora
    Theodore Theresa Theron Thomas Thurman Thuy Tia Tiana Tiffany Tim Timmy Timoteo Timothy Tina Tobias Tobin
    Toby Todd Tom Tomas Tomasa Tomasz Tommy Tomoko Toni Tony Tonya Toussaint Traci Tracie Tracy Tran Travis
    Trayvon Tremaine Trent Trevon Trevor Treyvon Tricia Trina Trisha Tristan Troy Trudy Trung Tuan Tunde Tuyet
    Tyler Tyree Tyrell Tyrese Tyrone Uchenna Ulrich Ulysses Uma Umar Ursula Urszula Usha Vaclav Valentina
    Valeria Valerie Vanessa Vasily Vera Vernon Veronica Veronika Vicente Vicki Vickie Vicky Victor Victoria
    Vidya Vihaan Vijay Vikram Viktor Vincent Vincenzo Viola Violeta Virgil Vivek Vivian Viviana Vladimir Vusi
    Walburga Waleed Walter Wanda Wangari Wanjiru Warren Warsame Wayne Wenceslao Wendell Wendy Wesley Whitney
    Wilbert Wilbur Wilfred Wilfredo Wilhelmina Willa Willard William Willie Wilma Winifred Winnie Winston
    Wojciech Xavier Xenia Ximena Xiomara Xochitl Yadira Yael Yahya Yamileth Yanira Yaqub Yared Yareli Yaroslav
    Yasmeen Yasmin Yasmine Yasuko Yesenia Yetunde Yevgeny Yohannes Yolanda Yosef Yoshi Yoshiko Yousef Ysabel
    Yuki Yuliana Yuri Yusuf Yvette Yvonne Zach Zachariah Zachary Zack Zahra Zainab Zaire Zakariya Zander Zane
    Zara Zariah Zaynab Zebulon Zeke Zelda Zenobia Zeynep Zhanna Zina Zipporah Zoe Zoey Zofia Zoila Zoran Zoya
    Zsofia Zubaida Zuleika Zuri Zygmunt
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
SURNAMES = frozenset(
    """
    Abbott Abdi Acevedo Acosta Adeyemi Agarwal Aguilar Aguirre Ahmadi Alvarado Alvarez Andersen Anderson Andrade
    Aquino Arellano Armstrong Arroyo Atkinson Avila Ayala Baldwin Banerjee Barajas Barnett Barrera Bauer Becker
    Beltran Benitez Bennett Benson Bernal Bhatt Blackwell Blankenship Bowman Bradshaw Brennan Briggs Buchanan
    Burke Burnett Caballero Cabrera Calderon Callahan Camacho Campbell Campos Cardenas Carlson Carrillo
    Castaneda Castillo Castro Cervantes Chakraborty Chambers Chaudhry Chavez Chowdhury Christensen Cisneros
    Coleman Collins Contreras Cordova Coronado Cortez Crawford Cruz Cuevas Cummings Cunningham Davidson Davies
    Davila Dawson Delacruz Deleon Delgado Desai Diaz Dickson Dominguez Donovan Dougherty Duarte Duncan Dupont
    Duran Echeverria Edwards Enriquez Erickson Escobar Espinoza Estrada Evans Farrell Ferguson Fernandez
    Figueroa Fischer Fitzgerald Flanagan Fleming Fletcher Flores Fonseca Forsyth Foster Franco Fuentes Gallagher
    Gallegos Galvan Garcia Garner Garza Gibson Gill Gomez Gonzales Gonzalez Goodwin Gould Griffin Griffith
    Guerra Guerrero Gupta Gustafson Gutierrez Guzman Haddad Hamilton Hammond Hansen Hanson Harper Harrington
    Harris Harrison Hendricks Hernandez Herrera Hess Hidalgo Higgins Hinton Hoang Hodges Hoffman Hopkins
    Horowitz Horvath Huang Hubbard Huerta Huffman Hughes Huynh Ibanez Ibarra Iglesias Ingram Iyer Jackson Jacobs
    Jacobson Janssen Jefferson Jenkins Jensen Jimenez Johansson Johnson Johnston Jones Juarez Kapoor Kaur Khan
    Klein Kovacs Kowalczyk Kowalski Kozlowski Kramer Krueger Kumar Lambert Larsen Larson Lawson Leblanc Levine
    Levy Lindqvist Liu Lopez Lozano Lucero Lujan Luna Lynch Macdonald Macias Mahmood Maldonado Mancini Manning
    Marquez Marshall Martinez Mathis Matthews McCarthy McCormick McCoy McDaniel McDonald McGrath McGuire
    McIntyre McKay McKenzie McKinney McLaughlin McMillan Medina Mehta Mejia Melendez Mendez Mendoza Mercado
    Meyer Meyers Meza Michaels Mishra Molina Montes Montgomery Montoya Morales Moreno Morrison Morrow Moss
    Mueller Mukherjee Mullen Munoz Murphy Naidu Nakamura Navarro Neumann Newman Nguyen Nichols Nicholson Nielsen
    Nkemelu Norris Novak Nowak Nwosu Obi Ochoa Oconnell Oconnor Odom Okafor Okeke Olsen Olson Onyango Ortega
    Ortiz Osborne Osei Owens Pacheco Padilla Palmer Papadopoulos Patel Patterson Pearson Pena Peralta Perez
    Perkins Petersen Peterson Petrov Pham Phillips Pierce Pineda Popov Quintero Quiroz Rahman Ramirez Ramos
    Rasmussen Reddy Reid Reyes Reynolds Richards Richardson Rios Rivas Rivera Roberson Roberts Robertson
    Robinson Robles Rodgers Rodriguez Rojas Romero Rosales Rosenberg Rossi Rubio Ruiz Russo Saavedra Saenz Salas
    Salazar Salinas Sanchez Sanders Sandoval Santana Sato Saunders Schaefer Schmidt Schneider Schroeder Schultz
    Schwartz Serrano Shapiro Sharma Shelton Silva Simmons Simpson Singh Snyder Solis Sorensen Sosa Soto Spencer
    Stevens Stevenson Stewart Suarez Sullivan Suzuki Svensson Swanson Takahashi Tanaka Thakur Thompson Tkachenko
    Torres Tran Trejo Trujillo Underwood Uribe Valdez Valenzuela Vang Vargas Vasquez Vazquez Vega Velasquez
    Velez Venkatesan Villa Villalobos Villarreal Vinson Volkov Wagner Wallace Walsh Wang Watkins Weber Weiss
    Whitaker Wilkerson Wilkins Wilkinson Williams Williamson Willis Wolfe Wong Wozniak Wright Yamamoto Yang
    Yilmaz Zamora Zapata Zavala Zhang Zhao Zimmerman Zuniga
    """.split()  # noqa: SIM905 - as above
)
