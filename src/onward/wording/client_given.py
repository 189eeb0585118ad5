"""Given names and surnames. Those that are also everyday words, places or months are left out on purpose."""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
    Aaron Abdul Abdullah Abel Abigail Abraham Ada Adam Adela Adele Adrian Adriana Adrienne Agnes Agnieszka Ahmed
    Aidan Aiden Aileen Aimee Aisha Aiyana Ajay Akash Akira Alan Alana Albert Alberto Aldo Alec Alejandra
    Alejandro Aleksandr Alessandra Alex Alexander Alexis Alfonso Alfred Alfredo Ali Alice Alicia Alina Alisha
    Alison Allan Allen Allison Alma Alondra Alonzo Alvaro Alvin Alyssa Amal Amanda Amara Amari Amaya Amelia
    Amina Amir Amit Amos Amparo Amy Ana Anahi Anastasia Andre Andrea Andreas Andres Andrew Andy Angela Angelica
    Angelina Angelo Angie Anika Anil Anita Anjali Ann Anna Annabelle Anne Annette Annie Ansel Anthony Antoine
    Antonia Antonio Anya Aparna Araceli Archie Ariana Arianna Ariel Arjun Arlene Armando Arnold Arthur Arturo
    Asher Ashlee Ashley Ashlyn Asif Astrid Aubrey Audrey Augusto Ava Avery Axel Ayesha Ayla Barbara Beatrice
    Beatriz Becky Belinda Bella Ben Benita Benjamin Bernadette Bernard Bernice Bertha Bertram Beth Bethany
    Bettina Betty Beverly Bianca Billy Blanca Bobby Bogdan Bonnie Boris Brad Bradley Brandi Brandon Brandy
    Brayden Breanna Brenda Brendan Brent Brett Brian Brianna Bridget Brittany Brittney Brock Bruce Bryan Bryce
    Bryson Byron Caitlin Caleb Calvin Cameron Camila Candace Candice Carl Carla Carlos Carlton Carly Carmen
    Carol Caroline Carolyn Carrie Carson Cassandra Cassidy Catherine Cathy Cecil Cecilia Cedric Celeste Celia
    Cesar Chad Chandra Chantal Charlene Charles Charlie Charlotte Chelsea Cheryl Chiara Chidi Chloe Chris
    Christa Christina Christine Christopher Christy Cindy Claire Clara Clarence Clarissa Claude Claudia Clayton
    Clifford Clifton Clint Clyde Cody Colleen Connie Connor Conor Consuelo Cora Corey Cornelius Cory Courtney
    Craig Cristian Cristina Curtis Cynthia Damian Damien Damon Dan Dana Dani Daniel Danielle Danilo Danny Dante
    Daphne Daria Darius Darlene Darnell Darrell Darren Darryl Daryl Dashawn Dave David Davina Deandre Deanna
    Debbie Deborah Debra Declan Deepak Deepika Deja Delia Delores Demetrius Denis Denise Dennis Derek Derrick
    Deshawn Desiree Desmond Devin Devon Devonte Diana Diane Diego Dieter Dillon Dimitri Dina Dolores Dominic
    Dominique Donald Donna Donnell Donnie Dora Doreen Doris Dorothy Doug Douglas Duane Dustin Dwayne Dwight
    Dylan Earl Eddie Edgar Edith Edmund Edna Eduardo Edward Edwin Efrain Eileen Ekaterina Elaine Eleanor Elena
    Eli Elias Elijah Elisa Elise Elisha Eliza Elizabeth Ella Ellen Ellie Elliot Elliott Elmer Elsa Elsie Elvira
    Emanuel Emeka Emil Emilia Emilio Emily Emma Emmanuel Enrique Eric Erica Erick Erik Erika Erin Erma Ernest
    Ernesto Esmeralda Esperanza Esteban Estela Estella Esther Ethan Ethel Eugene Eva Evan Evelyn Ezekiel Ezra
    Fabian Fabiola Farah Farid Fatima Fatou Felicia Felipe Felix Fernanda Fernando Fiona Floyd Frances Francesca
    Francesco Francine Francis Francisco Franklin Fred Freda Freddie Frederick Freya Fritz Gabriel Gabriela
    Gabriella Gabrielle Garrett Gary Gavin Gemma Genevieve Geoffrey George Gerald Geraldine Gerardo Gertrude
    Gianna Gideon Gilbert Gilberto Gina Giovanni Gladys Glen Glenda Glenn Gloria Gordon Graciela Greg Gregory
    Greta Gretchen Guadalupe Guillermo Gunther Gustavo Gwen Gwendolyn Habib Hailey Haley Hamza Hank Hannah Hans
    Harold Harriet Harry Harvey Hasan Hassan Hattie Hayden Heather Hector Heidi Heinrich Helen Helena Henrietta
    Henry Herbert Heriberto Herman Hilda Hiroshi Homer Horace Howard Hubert Hugh Hugo Humberto Hussein Ian
    Ibrahim Ida Ignacio Igor Ilana Imani Imran Ines Ingrid Irene Irma Irving Isaac Isabel Isabella Isabelle
    Isaiah Isaias Ishaan Ismael Ivan Jaclyn Jacob Jacqueline Jada Jaden Jaime Jake Jalen Jamal Jamar James Jamie
    Jana Janae Jane Janelle Janet Janice Janine Jared Jasmin Jasmine Jason Jasper Javier Javon Jayden Jayla
    Jaylen Jayson Jeanette Jeanne Jeannie Jeff Jeffrey Jenna Jennie Jennifer Jenny Jeremiah Jeremy Jermaine
    Jerome Jerry Jess Jesse Jessica Jessie Jesus Jill Jillian Jim Jimmy Jin Joan Joann Joanna Joanne Joaquin
    Jocelyn Jody Joe Joel Johanna John Johnathan Johnny Jolene Jon Jonah Jonathan Joni Jordan Jordana Jorge Jose
    Josefina Joseph Josephine Josh Joshua Josie Josue José Jovan Joyce Juan Juanita Judah Jude Judith Judy Jules
    Julia Julian Juliana Julie Julio Julius Justin Justine Kaitlyn Kamal Kamala Kara Kareem Karen Kari Karim
    Karina Karl Karla Kasey Kate Katelyn Katherine Kathleen Kathryn Kathy Katie Katrina Kay Kayden Kayla Kaylee
    Keanu Keisha Keith Kelley Kelli Kellie Kelly Kelsey Kelvin Ken Kendra Kendrick Kenji Kenneth Kenny Keri
    Kerry Keshawn Kevin Khadija Khalid Khalil Kiara Kiera Kim Kimberly Kiran Kirk Kirsten Klaus Kofi Kris Krista
    Kristen Kristi Kristin Kristina Kristine Kristy Krystal Kurt Kwame Kyla Kyle Kylie LaShawn Lacey Lakeisha
    Lakshmi Lamar Lana Landon Lara Larissa Larry Lashawn Latasha Latisha Latonya Latoya Laura Lauren Laurence
    Laurie Lavonne Lawrence Layla Lea Leah Leandro Leeann Leigh Leila Leilani Lena Lenora Leo Leon Leona Leonard
    Leonardo Leroy Leslie Leticia Levi Liam Lidia Lila Lillian Lillie Lily Linda Lindsay Lindsey Lionel Lisa Liz
    Liza Lloyd Logan Lois Lola Lonnie Lorena Lorenzo Loretta Lori Lorraine Louis Louise Lourdes Luca Lucas Lucia
    Lucille Lucinda Lucy Luigi Luis Luisa Lukas Luke Lupe Luther Luz Lydia Lyle Lynda Lynette Lynn Mabel
    Mackenzie Maddie Madeline Madison Magdalena Maggie Mahmoud Maisie Malachi Malcolm Malik Mamadou Mandy Manny
    Manuel Manuela Marc Marcel Marcela Marcella Marcia Marco Marcos Marcus Margaret Margarita Margie Marguerite
    Maria Mariah Mariam Mariana Marianne Maribel Maricela Marie Marietta Marilyn Marina Mario Marisa Marisol
    Marissa Marjorie Marla Marlene Marlon Marquis Marsha Marshawn Marta Martha Martin Marty Marvin Mary Maryam
    María Mateo Mathew Mathias Matilda Matt Matteo Matthew Maureen Maurice Mauricio Maxine Maxwell Maya Mayra
    Meera Megan Mehmet Mei Melanie Melinda Melissa Melvin Meredith Meryem Mia Micah Michael Michele Michelle
    Miguel Mikayla Mike Mikhail Mila Milagros Mildred Milton Mindy Minerva Minh Miranda Miriam Mitchell Moesha
    Mohamed Mohammed Moises Mollie Molly Mona Monica Monique Monte Monty Morgan Morris Moses Moshe Muhammad
    Muriel Murray Mustafa Myra Myron Myrtle Nadia Nadine Nancy Naomi Narayan Nasir Natalia Natalie Natasha
    Nathan Nathaniel Neil Nelly Nestor Ngozi Nia Nicholas Nichole Nick Nicki Nicolas Nicole Nigel Nikhil Nikita
    Nikki Nikolai Nina Noah Noel Noelle Noemi Nora Norma Norman Nuria Octavia Octavio Odessa Ofelia Olga Oliver
    Olivia Ollie Omar Ophelia Osama Oscar Osvaldo Otis Otto Owen Pablo Paige Paloma Pam Pamela Paola Pascal
    Patricia Patrick Patsy Patti Patty Paul Paula Paulette Pauline Paulo Pedro Peggy Penelope Perla Peter Petra
    Phil Philip Phillip Phoebe Phyllis Pierre Piotr Polly Priya Quentin Quinn Quinton Rachael Rachel Rafael
    Raheem Rajesh Ralph Ramiro Ramon Ramona Randall Randy Raoul Raphael Raquel Rashad Rashid Raul Ravi Raymond
    Rebecca Reggie Regina Reginald Reina Rene Renee Reuben Reyna Rhonda Ricardo Richard Rick Rickey Ricky Riley
    Rita Robbie Robert Roberta Roberto Robyn Rochelle Rocio Roderick Rodney Rodolfo Rodrigo Rogelio Roger Roland
    Rolando Romeo Ron Ronald Ronda Ronnie Rory Rosa Rosalie Rosalind Rosalinda Rosario Roseanne Rosemarie Rosie
    Ross Roxana Roxanne Roy Ruben Rudy Rufus Ruslan Russell Ruth Ruthie Ryan Sabrina Sadie Salma Salman Salvador
    Salvatore Sam Samantha Samir Sammy Samuel Sandra Sanjay Santiago Sara Sarah Sasha Saul Scarlett Scott Sean
    Sebastian Selena Selma Serena Sergio Seth Shana Shane Shania Shanice Shanika Shanna Shannon Shari Sharon
    Shaun Shauna Shawn Shawna Sheena Sheila Shelby Sheldon Shelley Shelly Sheri Sherri Sheryl Shira Shirley
    Sidney Silvia Simon Simone Sitara Sofia Sofie Solomon Sonia Sonja Sonya Sophia Soren Stacey Stacy Stanislav
    Stanley Stefan Stefanie Stella Stephanie Stephen Steve Steven Stuart Sue Sunita Suresh Susan Susana Susanna
    Susanne Susie Suzanne Sven Svetlana Sybil Sylvia Tabitha Takashi Talia Tamara Tameka Tami Tamika Tammy
    Tanisha Tanner Tanya Tara Tariq Tasha Tatiana Taylor Ted Teddy Terence Teresa Teri Terrance Terrell Terrence
    Terri Terry Tessa Thaddeus Thelma Theo Theodora Theodore Theresa Thomas Tia Tiana Tiffany Tim Timmy Timothy
    Tina Toby Todd Tom Tomas Tommy Toni Tony Tonya Traci Tracie Tracy Travis Trent Trevon Trevor Treyvon Tricia
    Trina Trisha Tristan Troy Trudy Tyler Tyree Tyrell Tyrese Tyrone Ulrich Ursula Valentina Valeria Valerie
    Vanessa Vera Vernon Veronica Vicki Vickie Vicky Victor Victoria Vijay Vikram Vincent Viola Vivian Viviana
    Vladimir Walter Wanda Warren Wayne Wendell Wendy Wesley Whitney Wilbert Wilbur Wilfred Willa Willard William
    Willie Wilma Winifred Winston Xavier Ximena Xiomara Yadira Yasmin Yasmine Yolanda Yoshi Yuki Yuri Yusuf
    Yvette Yvonne Zach Zachariah Zachary Zack Zainab Zaire Zane Zara Zeke Zelda Zoe Zoey Zofia Zuri
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
