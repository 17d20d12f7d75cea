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
        Sanjay Sara Sarah Sean Sergei Shane Shannon Sharon Sheila Shirley Sian Simon Sinclair Siobhan Sofia Solly
        Sonia Sophia Sophie Stacey Stan Stefan Stella Stephanie Stephen Steve Steven Stuart Sue Susan Susanna Susie
        Suzanne Sven Sylvia Tamara Tania Tanya Ted Teresa Terry Tessa Theodore Theresa Tim Timothy Tina Toby Todd Tom
        Tommy Tony Tracey Tracy Trevor Ulrich Ursula Valerie Vera Veronica Victor Vikram Vincent Viola Virginie Vivian
        Wally Walter Wanda Wayne Wendy Wilfred William Winifred Yasmin Yusuf Yvonne Zara Zoe
        """
    )
)
