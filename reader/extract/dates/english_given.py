"""Given names in English news: right before a weekday, a month or a unit they make a surname of it (Joe Friday).

Left out are those that are surnames or places as often (Clinton, Jordan, Scott): ``told Scott Friday`` may tell when.
"""

from __future__ import annotations

from reader.extract.dates.english import listed

GIVEN_FIRST = frozenset(
    listed(
        """
        Aaron Abigail Adam Adrian Agnes Ahmed Aidan Aisha Alan Alastair Albert Alejandro Alex Alexander Alexandra
        Alfred Alice Alicia Alison Allison Amanda Amber Amelia Amina Amy Ana Andrea Andreas Andrew Andy Angela Angus
        Anita Ann Anna Anne Annie Anthony Anya Archie Arthur Ashok Astrid Audrey Barbara Barry Beatrice Ben Benjamin
        Bernadette Bernard Beth Betty Bill Billy Bob Bobby Boris Brenda Brian Brigitte Bridget Bruce Camilla Carl
        Carla Carlos Carol Caroline Carolyn Catherine Cathy Cecilia Charlie Cheryl Chloe Chris Christina Christine
        Christopher Claire Clara Claudia Colin Colleen Connie Craig Cynthia Daisy Dan Daniel Danielle Danny Darren
        Dave David Deborah Declan Denise Derek Derrick Diana Diane Dick Dieter Dmitri Dominic Donald Donna Dora
        Dorothy Doug Duncan Eamon Ed Eddie Edith Edmund Edward Edwin Eileen Elaine Eleanor Elena Elisabeth Elizabeth
        Ella Ellen Elsie Emily Emma Eric Erica Erik Ernest Esther Ethan Eugene Eva Evelyn Fatima Felix Fiona Frances
        Francesca Fred Freddie Frederick Gareth Gary Gavin Gemma Geoff Geoffrey Gerald Gerard Gillian Gina Giovanni
        Gloria Graham Greg Gregory Greta Gwen Hannah Harriet Harry Hassan Hazel Heather Heidi Helen Helga Henrik Henry
        Herbert Hilary Hugh Hugo Ian Ibrahim Ida Imran Ines Ingrid Irene Iris Isaac Isabel Isabella Ivan Jack Jackie
        Jacob Jacqueline Jake James Jamie Jan Jane Janet Janice Jason Javier Jean Jeff Jeffrey Jennifer Jenny Jeremy
        Jerry Jess Jesse Jessica Jill Jim Jimmy Joan Joanna Joanne Joe Joel Johannes John Johnny Jon Jonathan Jorge
        Jose Josef Joseph Josephine Josh Joshua Joyce Judith Judy Julia Julian Julie Juliet Justin Karen Karl Kate
        Katherine Kathleen Kathryn Kathy Katie Keith Ken Kenneth Kevin Kirsten Kristin Lars Laura Lauren Laurence Leah
        Lena Leo Leon Leonard Leroy Leslie Liam Lily Linda Lisa Liz Lorenzo Lorna Louis Louise Lucas Lucia Lucille
        Lucy Luis Luke Lydia Lynn Magda Malcolm Marc Marcel Marcia Marco Marcus Margaret Maria Marian Marianne Marie
        Mario Marion Marjorie Mark Marta Martha Mary Matt Matthew Maureen Maxine Megan Mehmet Melanie Melissa Michael
        Michelle Miguel Mike Mildred Miriam Moira Molly Monica Muhammad Nadia Nancy Naomi Natalie Natasha Nathan Neil
        Nicholas Nick Nicola Nicole Nigel Nina Noah Nora Norma Olga Oliver Olivia Oscar Owen Pablo Pamela Pat Patricia
        Patrick Paul Paula Pauline Pedro Peggy Penny Pete Peter Phil Philip Philippa Phillip Phoebe Phyllis Pierre
        Priya Rachel Rafael Rajesh Ralph Ray Rebecca Reggie Renee Ricardo Richard Rick Rita Rob Robert Roberta Robin
        Rod Roger Roland Ron Ronald Rosa Rosalind Rosemary Rosie Roy Rupert Ruth Ryan Sally Sam Samantha Samuel Sandra
        Sanjay Sara Sarah Sean Sergei Shane Shannon Sharon Sheila Shirley Sian Simon Sinclair Siobhan Solly
        Sonia Sophia Sophie Stacey Stan Stefan Stella Stephanie Stephen Steve Steven Stuart Sue Susan Susanna Susie
        Suzanne Sven Sylvia Tamara Tania Tanya Ted Teresa Terry Tessa Theodore Theresa Tim Timothy Tina Toby Todd Tom
        Tommy Tony Tracey Tracy Trevor Ulrich Ursula Valerie Vera Veronica Victor Vikram Vincent Viola Virginie Vivian
        Wally Walter Wanda Wayne Wendy Wilfred William Winifred Yasmin Yusuf Yvonne Zara Zoe
        Abdul Abu Ada Adaeze Adebayo Adele Aditi Agatha Aiden Aileen Akira Akua Alana Alberto Alec Alessandro Alexei
        Alfie Alfonso Alistair Alma Althea Alvin Amara Ambrose Amit Amos Anders Angelo Anika Anil Anton Antonia
        Antonio Aria Ariel Arjun Arlene Armando Arturo Arvind Asha Ashley Asif Ava Avril Axel Babatunde Beatriz Becky
        Bernie Bertha Bertram Bettina Beverley Bianca Bjorn Bonnie Brad Brent Bruno Bryan Bryony Caitlin Caleb Calvin
        Candice Carmen Carrie Casper Cecil Cedric Celia Charlene Chidi Chinedu Chioma Christa Clarence Claude
        Clive Cody Conor Cora Cornelius Cyril Damian Damien Dana Daphne Deepak Delia Delroy Dennis Desmond Diego Dina
        Dmitry Dolores Dominique Doreen Dorian Dwayne Dylan Ebenezer Edgar Edna Eduardo Edwina Efua Egon Eli Elias
        Elijah Elise Eliza Elliot Elmer Elsa Emeka Emilia Emilio Emmanuel Enrico Enrique Erin Erwin Estelle Eunice
        Evan Eve Ezekiel Faisal Farah Fatou Felicity Fernando Flora Francine Francisco Franco Franz Friedrich Fritz
        Gabriela Gail Georgina Geraldine Gertrude Gilbert Giles Giorgio Giulia Gladys Godfrey Goran Guillermo Gunther
        Gustav Gwendolyn Hamid Hans Harold Haruki Hector Hermann Hilda Hiroshi Horace Hubert Humphrey Ifeoma Igor
        Ikechukwu Imelda Immanuel Indira Ingmar Irina Irving Isabelle Ismail Ivy Jacques Jade Janine Jared Jarvis
        Jasmine Javed Jeannie Jed Jemima Jermaine Jethro Joachim Joaquin Jodie Joey Jonas Juan Juanita Jude Julius
        Jurgen Kabir Kamal Karim Karin Karla Katarina Katya Kayode Keisha Kelvin Kenji Khalid Kieran Kimberly Kirsty
        Klaus Kofi Kristen Kunle Kurt Kwame Kyle Lamar Lara Larry Laurel Lauri Lavinia Leila Leonora Lester Letitia
        Lila Lillian Lindsay Linus Lionel Lois Lola Loretta Lorraine Lottie Lucinda Ludwig Luigi Luisa Luther Mabel
        Mae Mahmoud Maisie Mandy Manfred Manuel Marcello Margot Marina Marisa Marlene Martina Marvin Mathilda Matilda
        Matteo Mattias Maurice Mauricio Mavis Maya Melinda Merle Mia Mick Mikhail Miles Mina Minnie Miranda Mohamed
        Mohammad Mohan Mona Muriel Myra Myrtle Nabil Nadine Natalia Ned Ngozi Nicolas Nikhil Nikita Nikolai Nils Noel
        Noelle Obinna Octavia Odette Oleg Olive Olu Omar Ophelia Osman Paddy Paige Paolo Pascal Percy Petra Polly
        Priscilla Quentin Rahul Raj Ramon Ramona Randy Raphael Raquel Rashid Raul Raymond ld Rhoda Rhona
        Ria Ricky Roberto Rodney Rodrigo Rohan Rolf Rosamund Rowan Roxanne Ruben Rudolf Rufus Sabrina Sadie Salma
        Salman Samir Sanjeev Sasha Saul Sebastian Selena Selma Serena Sergio Seth Shaun Shauna Shelley Sherry Sigrid
        Silvia Skye Stellan Sunil Suresh Susannah Svetlana Sybil Tabitha Takashi Tanisha Tariq Tatiana Tendai Thabo
        Thelma Thiago Tobias Trisha Tunde Tyler Tyrone Umberto Uri Vanessa Vicky Vijay Vincenzo Vladimir Wesley Wilbur
        Wilhelm Willem Wilma Winnie Winston Wolfgang Xavier Yasmine Yolanda Yuki Yuri Yvette Zachary Zainab Zelda
        """
    )
)
